import { and, desc, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { slaPolicy } from "../postgres/schema/sla.js";

/** PolicyTerms is what a version of a policy says, without its number. */
export type PolicyTerms = Omit<typeof slaPolicy.$inferInsert, "tenant" | "version">;

/**
 * saveSlaPolicy adds a version to a policy, the first one if there is none, and returns its number; undefined when the policy has moved on
 * from `expectedVersion` (0 = must be new) or somebody else added a version at the same time. Versions that exist are never changed.
 */
export async function saveSlaPolicy(
  { db }: Postgres,
  tenant: string,
  given: { readonly terms: PolicyTerms; readonly expectedVersion: number },
): Promise<number | undefined> {
  const [newest] = await db
    .select({ version: slaPolicy.version })
    .from(slaPolicy)
    .where(and(eq(slaPolicy.tenant, tenant), eq(slaPolicy.id, given.terms.id)))
    .orderBy(desc(slaPolicy.version))
    .limit(1);
  if ((newest?.version ?? 0) !== given.expectedVersion) return undefined;
  const [added] = await db
    .insert(slaPolicy)
    .values({ ...given.terms, tenant, version: given.expectedVersion + 1 })
    .onConflictDoNothing()
    .returning({ version: slaPolicy.version });
  return added?.version;
}
