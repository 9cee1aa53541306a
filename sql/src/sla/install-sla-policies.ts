import { createHash } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { publishRegistrySignal } from "../registry/registry-signal.js";
import { slaPolicy } from "../postgres/schema/sla.js";
import { saveSlaPolicy, type PolicyTerms } from "./save-sla-policy.js";

/** PackPolicy is a policy as a pack says it; what is left out is any place, the wall clock, every pause. */
export type PackPolicy = Omit<
  PolicyTerms,
  "effectiveFrom" | "effectiveUntil" | "fingerprint" | "createdAt" | "createdBy"
>;

/** BY_PACK stands where a person's id stands for versions that came with a pack. */
export const BY_PACK = "pack";

/**
 * installSlaPolicies makes the policies of a pack known to a tenant: a new one is in force for all of history, a changed one becomes a new
 * version that is in force from now on, the same one changes nothing, and one that a person has changed since is left as it is. Safe when
 * several processes do it at once. Returns how many versions were added.
 */
export async function installSlaPolicies(
  postgres: Postgres,
  tenant: string,
  given: { readonly policies: readonly PackPolicy[]; readonly now: Date },
): Promise<number> {
  let added = 0;
  for (const policy of given.policies) {
    const fingerprint = createHash("sha256").update(JSON.stringify(policy)).digest("hex");
    const newest = await findNewest(postgres, tenant, policy.id);
    if (newest !== undefined && (newest.createdBy !== BY_PACK || newest.fingerprint === fingerprint)) continue;
    // Policies begin on whole seconds.
    const changedAt = new Date(Math.floor(given.now.getTime() / 1000) * 1000);
    const effectiveFrom = newest === undefined ? new Date(0) : changedAt;
    const terms = { ...policy, effectiveFrom, fingerprint, createdAt: given.now, createdBy: BY_PACK };
    const version = await saveSlaPolicy(postgres, tenant, { terms, expectedVersion: newest?.version ?? 0 });
    if (version !== undefined) added += 1;
  }
  if (added > 0) await publishRegistrySignal(postgres, tenant);
  return added;
}

async function findNewest({ db }: Postgres, tenant: string, id: string) {
  const [newest] = await db
    .select()
    .from(slaPolicy)
    .where(and(eq(slaPolicy.tenant, tenant), eq(slaPolicy.id, id)))
    .orderBy(desc(slaPolicy.version))
    .limit(1);
  return newest;
}
