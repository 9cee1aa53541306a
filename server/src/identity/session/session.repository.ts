import { schema, type Postgres } from "@watchfloor/sql";
import { and, eq, lt } from "drizzle-orm";

const { session } = schema;

/** SessionRepository ends sessions; the sign-in library makes and reads them. */
export class SessionRepository {
  constructor(private readonly postgres: Postgres) {}

  /** delete ends one session of a tenant; false when it had ended already. */
  async delete(tenant: string, sessionId: string): Promise<boolean> {
    const deleted = await this.postgres.db
      .delete(session)
      .where(and(eq(session.tenant, tenant), eq(session.id, sessionId)))
      .returning({ id: session.id });
    return deleted.length > 0;
  }

  /** deleteExpired removes a tenant's sessions that ended before `now`. */
  async deleteExpired(tenant: string, now: Date): Promise<void> {
    await this.postgres.db.delete(session).where(and(eq(session.tenant, tenant), lt(session.expiresAt, now)));
  }
}
