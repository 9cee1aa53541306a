import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Role } from "../../scope/role.js";

const { grant } = schema;

/** StoredGrant is what a person may do and see in one tenant, as stored. */
export interface StoredGrant {
  readonly role: Role;
  readonly scope: unknown;
}

/** GrantRepository reads what people may do; a disabled grant does not exist for it. */
export class GrantRepository {
  constructor(private readonly postgres: Postgres) {}

  /** findGrant returns a person's grant in a tenant. */
  async findGrant(tenant: string, personId: string): Promise<StoredGrant | undefined> {
    const [row] = await this.postgres.db
      .select({ role: grant.role, scope: grant.scope })
      .from(grant)
      .where(and(eq(grant.tenant, tenant), eq(grant.userId, personId), isNull(grant.disabledAt)));
    return row;
  }

  /** findTenantFor chooses the tenant of a new session: the preferred one if it lets the person in, else the first that does. */
  async findTenantFor(preferred: string, personId: string): Promise<string | undefined> {
    const rows = await this.postgres.db
      .select({ tenant: grant.tenant })
      .from(grant)
      .where(and(eq(grant.userId, personId), isNull(grant.disabledAt)))
      .orderBy(asc(grant.tenant));
    return rows.some((row) => row.tenant === preferred) ? preferred : rows[0]?.tenant;
  }
}
