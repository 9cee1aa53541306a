import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, eq } from "drizzle-orm";

const { subscription } = schema;

/** SubscriptionRow is a subscription as it is kept. */
export type SubscriptionRow = typeof subscription.$inferSelect;

/** SubscriptionRepository keeps what the contacts of one tenant at a time are told about. */
export class SubscriptionRepository {
  constructor(private readonly postgres: Postgres) {}

  /** save keeps a subscription; one of the same id is replaced. */
  async save(row: typeof subscription.$inferInsert): Promise<void> {
    const { tenant: _tenant, id: _id, contact: _contact, createdAt: _createdAt, ...change } = row;
    await this.postgres.db
      .insert(subscription)
      .values(row)
      .onConflictDoUpdate({ target: [subscription.tenant, subscription.id], set: change });
  }

  /** list returns all of them, or those of one contact. */
  list(tenant: string, contact?: string): Promise<SubscriptionRow[]> {
    const isOf = contact === undefined ? undefined : eq(subscription.contact, contact);
    return this.postgres.db
      .select()
      .from(subscription)
      .where(and(eq(subscription.tenant, tenant), isOf))
      .orderBy(asc(subscription.createdAt), asc(subscription.id));
  }

  /** find returns one of them. */
  async find(tenant: string, id: string): Promise<SubscriptionRow | undefined> {
    const [row] = await this.postgres.db
      .select()
      .from(subscription)
      .where(and(eq(subscription.tenant, tenant), eq(subscription.id, id)));
    return row;
  }

  /** delete takes one away, whatever contact it is of. */
  async delete(tenant: string, id: string): Promise<boolean> {
    const gone = await this.postgres.db
      .delete(subscription)
      .where(and(eq(subscription.tenant, tenant), eq(subscription.id, id)))
      .returning({ id: subscription.id });
    return gone.length > 0;
  }

  /** deleteOf takes all of a contact away. */
  async deleteOf(tenant: string, contact: string): Promise<void> {
    await this.postgres.db
      .delete(subscription)
      .where(and(eq(subscription.tenant, tenant), eq(subscription.contact, contact)));
  }
}
