import { schema, type Postgres } from "@watchfloor/sql";
import { and, desc, eq, gt } from "drizzle-orm";

const { silence } = schema;

/** SilenceRow is a silence as it is kept. */
export type SilenceRow = typeof silence.$inferSelect;

/** SilenceRepository keeps the silences of one tenant at a time; they end, they are never deleted. */
export class SilenceRepository {
  constructor(private readonly postgres: Postgres) {}

  /** add keeps a new silence. */
  async add(row: typeof silence.$inferInsert): Promise<void> {
    await this.postgres.db.insert(silence).values(row);
  }

  /** list returns those that end after an instant, the newest first. */
  list(tenant: string, endsAfter: Date): Promise<SilenceRow[]> {
    return this.postgres.db
      .select()
      .from(silence)
      .where(and(eq(silence.tenant, tenant), gt(silence.endsAt, endsAfter)))
      .orderBy(desc(silence.createdAt), desc(silence.id));
  }

  /** find returns one of them. */
  async find(tenant: string, id: string): Promise<SilenceRow | undefined> {
    const [row] = await this.postgres.db
      .select()
      .from(silence)
      .where(and(eq(silence.tenant, tenant), eq(silence.id, id)));
    return row;
  }

  /** expire ends a silence at an instant if it would end later; false = it has ended already. */
  async expire(tenant: string, id: string, at: Date): Promise<boolean> {
    const changed = await this.postgres.db
      .update(silence)
      .set({ endsAt: at })
      .where(and(eq(silence.tenant, tenant), eq(silence.id, id), gt(silence.endsAt, at)))
      .returning({ id: silence.id });
    return changed.length > 0;
  }
}
