import { createHash } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { expectationRule } from "../postgres/schema/expectations.js";

/** A changed rule is in force from a little later on, so that every replica knows it before the first event it decides on. */
const NOTICE_MS = 60_000;

/** RuleDefinition is a rule as data; what is in it besides the id is the business of whoever reads it. */
export type RuleDefinition = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * installExpectationRules makes rules known to a tenant: a new one is in force for all of history, a changed one becomes a new
 * version that is in force a minute from now, the same one changes nothing. Safe when several processes do it at once. Returns how
 * many versions were added.
 */
export async function installExpectationRules(
  postgres: Postgres,
  tenant: string,
  given: { readonly rules: readonly RuleDefinition[]; readonly now: Date },
): Promise<number> {
  const { db } = postgres;
  const known = await db
    .select()
    .from(expectationRule)
    .where(eq(expectationRule.tenant, tenant))
    .orderBy(desc(expectationRule.version));
  const rows = given.rules.flatMap((rule) => {
    const fingerprint = createHash("sha256").update(JSON.stringify(rule)).digest("hex");
    const newest = known.find((row) => row.id === rule.id);
    if (newest?.fingerprint === fingerprint) return [];
    const effectiveFrom = newest === undefined ? new Date(0) : new Date(given.now.getTime() + NOTICE_MS);
    const version = (newest?.version ?? 0) + 1;
    return [
      { tenant, id: rule.id, version, effectiveFrom, definition: { ...rule }, fingerprint, createdAt: given.now },
    ];
  });
  if (rows.length === 0) return 0;
  const added = await db
    .insert(expectationRule)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: expectationRule.id });
  return added.length;
}
