import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, eq } from "drizzle-orm";

const { inhibition } = schema;

/** InhibitionRow is an inhibition as it is kept. */
export type InhibitionRow = typeof inhibition.$inferSelect;

/** InhibitionRepository keeps which alerts mute which others, of one tenant at a time. */
export class InhibitionRepository {
  constructor(private readonly postgres: Postgres) {}

  /** list returns all of them by title. */
  list(tenant: string): Promise<InhibitionRow[]> {
    return this.postgres.db
      .select()
      .from(inhibition)
      .where(eq(inhibition.tenant, tenant))
      .orderBy(asc(inhibition.title), asc(inhibition.id));
  }

  /** find returns one of them. */
  async find(tenant: string, id: string): Promise<InhibitionRow | undefined> {
    const [row] = await this.postgres.db.select().from(inhibition).where(isInhibition(tenant, id));
    return row;
  }

  /** save keeps one, or replaces the one of its id. */
  async save(row: typeof inhibition.$inferInsert): Promise<void> {
    const { title, source, target, equal, limits, changedAt } = row;
    await this.postgres.db
      .insert(inhibition)
      .values(row)
      .onConflictDoUpdate({
        target: [inhibition.tenant, inhibition.id],
        set: { title, source, target, equal, limits, changedAt },
      });
  }

  /** delete takes one away; false = there is none. */
  async delete(tenant: string, id: string): Promise<boolean> {
    const gone = await this.postgres.db
      .delete(inhibition)
      .where(isInhibition(tenant, id))
      .returning({ id: inhibition.id });
    return gone.length > 0;
  }
}

function isInhibition(tenant: string, id: string) {
  return and(eq(inhibition.tenant, tenant), eq(inhibition.id, id));
}
