import { asc } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { expectationRule } from "../postgres/schema/expectations.js";

/** StoredExpectationRule is one version of a rule; `definition` is as it was installed and must be checked by whoever reads it. */
export type StoredExpectationRule = Pick<
  typeof expectationRule.$inferSelect,
  "tenant" | "id" | "version" | "effectiveFrom" | "definition"
>;

/** listExpectationRules returns all versions of all rules of every tenant, for ingestion, which serves them all; oldest first. */
export function listExpectationRules({ db }: Postgres): Promise<StoredExpectationRule[]> {
  const { tenant, id, version, effectiveFrom, definition } = expectationRule;
  return db
    .select({ tenant, id, version, effectiveFrom, definition })
    .from(expectationRule)
    .orderBy(asc(tenant), asc(id), asc(version));
}
