import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, eq, isNull, lte, or } from "drizzle-orm";

const { contact } = schema;

/** ContactRow is a contact as it is kept; its `secret` is sealed. */
export type ContactRow = typeof contact.$inferSelect;

/** ContactChange is what is written of a contact. */
export type ContactChange = Partial<Omit<ContactRow, "tenant" | "id">>;

/** ContactRepository keeps the contacts of one tenant at a time. */
export class ContactRepository {
  constructor(private readonly postgres: Postgres) {}

  /** add keeps a new contact. */
  async add(row: typeof contact.$inferInsert): Promise<void> {
    await this.postgres.db.insert(contact).values(row);
  }

  /** list returns all of them by title. */
  list(tenant: string): Promise<ContactRow[]> {
    return this.postgres.db
      .select()
      .from(contact)
      .where(eq(contact.tenant, tenant))
      .orderBy(asc(contact.title), asc(contact.id));
  }

  /** find returns one of them. */
  async find(tenant: string, id: string): Promise<ContactRow | undefined> {
    const [row] = await this.postgres.db.select().from(contact).where(isContact(tenant, id));
    return row;
  }

  /** change writes some of a contact; false = there is none. */
  async change(tenant: string, id: string, change: ContactChange): Promise<boolean> {
    const changed = await this.postgres.db
      .update(contact)
      .set(change)
      .where(isContact(tenant, id))
      .returning({ id: contact.id });
    return changed.length > 0;
  }

  /** noteOwnerTold keeps that the owner of a contact is told now; false = they were told after `since`, or there is no such contact. */
  async noteOwnerTold(tenant: string, id: string, { now, since }: { now: Date; since: Date }): Promise<boolean> {
    const wasBefore = or(isNull(contact.ownerToldAt), lte(contact.ownerToldAt, since));
    const noted = await this.postgres.db
      .update(contact)
      .set({ ownerToldAt: now })
      .where(and(isContact(tenant, id), wasBefore))
      .returning({ id: contact.id });
    return noted.length > 0;
  }

  /** delete takes a contact away; what it was sent stays in the log. */
  async delete(tenant: string, id: string): Promise<boolean> {
    const gone = await this.postgres.db.delete(contact).where(isContact(tenant, id)).returning({ id: contact.id });
    return gone.length > 0;
  }
}

function isContact(tenant: string, id: string) {
  return and(eq(contact.tenant, tenant), eq(contact.id, id));
}
