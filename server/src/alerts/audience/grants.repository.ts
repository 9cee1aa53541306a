import { schema, type Postgres } from "@watchfloor/sql";
import { and, eq, isNull } from "drizzle-orm";
import { buildGrantedScope } from "../../identity/session/build-granted-scope.js";
import type { Scope } from "../../scope/scope.js";

const { grant } = schema;

/** GrantsRepository reads what the people of one tenant at a time may see now. */
export class GrantsRepository {
  constructor(private readonly postgres: Postgres) {}

  /** load returns the scope of every person who is let in, by their id. */
  async load(tenant: string): Promise<Map<string, Scope>> {
    const rows = await this.postgres.db
      .select({ id: grant.userId, role: grant.role, scope: grant.scope })
      .from(grant)
      .where(and(eq(grant.tenant, tenant), isNull(grant.disabledAt)));
    return new Map(
      rows.flatMap(({ id, role, scope }) => {
        const granted = buildGrantedScope({ tenant, role, subjectId: id, limits: scope });
        return granted === undefined ? [] : [[id, granted] as const];
      }),
    );
  }
}
