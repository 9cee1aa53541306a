import { schema, type Postgres } from "@watchfloor/sql";
import { and, desc, eq } from "drizzle-orm";

const { escalationPolicy } = schema;

const MAX_VERSIONS = 200;

/** EscalationPolicyRow is one version of a policy as it is kept. */
export type EscalationPolicyRow = typeof escalationPolicy.$inferSelect;

/** EscalationPolicyRepository keeps who is told when nobody takes an incident on, as versions, of one tenant at a time. */
export class EscalationPolicyRepository {
  constructor(private readonly postgres: Postgres) {}

  /** listNewest returns the newest version of each policy that is not deleted, by id. */
  async listNewest(tenant: string): Promise<EscalationPolicyRow[]> {
    const newest = await this.postgres.db
      .selectDistinctOn([escalationPolicy.id])
      .from(escalationPolicy)
      .where(eq(escalationPolicy.tenant, tenant))
      .orderBy(escalationPolicy.id, desc(escalationPolicy.version));
    return newest.filter(({ isDeleted }) => !isDeleted);
  }

  /** findNewest returns the newest version of one policy, deleted or not. */
  async findNewest(tenant: string, id: string): Promise<EscalationPolicyRow | undefined> {
    const [row] = await this.postgres.db
      .select()
      .from(escalationPolicy)
      .where(and(eq(escalationPolicy.tenant, tenant), eq(escalationPolicy.id, id)))
      .orderBy(desc(escalationPolicy.version))
      .limit(1);
    return row;
  }

  /** listVersions returns all versions of one policy, newest first. */
  listVersions(tenant: string, id: string): Promise<EscalationPolicyRow[]> {
    return this.postgres.db
      .select()
      .from(escalationPolicy)
      .where(and(eq(escalationPolicy.tenant, tenant), eq(escalationPolicy.id, id)))
      .orderBy(desc(escalationPolicy.version))
      .limit(MAX_VERSIONS);
  }

  /** add keeps a version; false = there is one of that number already. */
  async add(row: typeof escalationPolicy.$inferInsert): Promise<boolean> {
    const added = await this.postgres.db
      .insert(escalationPolicy)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: escalationPolicy.id });
    return added.length > 0;
  }
}
