import { schema, type Postgres } from "@watchfloor/sql";

/** listTenantIds returns the id of every tenant, for work that is done for each of them in turn. */
export async function listTenantIds(postgres: Postgres): Promise<string[]> {
  const rows = await postgres.db.select({ id: schema.tenant.id }).from(schema.tenant).orderBy(schema.tenant.id);
  return rows.map((row) => row.id);
}
