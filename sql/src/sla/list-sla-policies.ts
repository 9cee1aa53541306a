import { asc, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { slaPolicy } from "../postgres/schema/sla.js";

/** SlaPolicyVersion is one version of a policy as stored; '' = any. */
export type SlaPolicyVersion = Omit<typeof slaPolicy.$inferSelect, "tenant" | "fingerprint">;

/** listSlaPolicies returns all versions of all policies of a tenant, by id, oldest version first. */
export async function listSlaPolicies({ db }: Postgres, tenant: string): Promise<SlaPolicyVersion[]> {
  const rows = await db
    .select()
    .from(slaPolicy)
    .where(eq(slaPolicy.tenant, tenant))
    .orderBy(asc(slaPolicy.id), asc(slaPolicy.version));
  return rows.map(({ tenant: _, fingerprint: __, ...version }) => version);
}
