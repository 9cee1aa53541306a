import { schema, type Postgres } from "@watchfloor/sql";

const { rollupRules, slaPolicy } = schema;

/** listPolicyTenants returns the ids of the tenants that have policies or ever had any, for work that is done for each of them. */
export async function listPolicyTenants({ db }: Postgres): Promise<string[]> {
  const rows = await db
    .select({ tenant: slaPolicy.tenant })
    .from(slaPolicy)
    .union(db.select({ tenant: rollupRules.tenant }).from(rollupRules));
  return rows.map(({ tenant }) => tenant).sort();
}
