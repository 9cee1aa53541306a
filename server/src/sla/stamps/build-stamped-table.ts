import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import { FAR_MS } from "../promises/build-clock-look-ups.js";
import { renderNumbers } from "../promises/build-policy-expressions.js";
import { addColumns, buildPolicyTerms, STARTED } from "../promises/build-promise-table.js";
import { namePolicy } from "./number-book.js";
import type { StampedRules } from "./stamped-rules.js";

/** STAMP_COLUMNS are the columns of `run` and `open_run` that hold what was decided about a promise when a row was written. */
export const STAMP_COLUMNS = ["promise_book", "promise_policy", "promise_due", "promise_risk"] as const;

/**
 * buildStampedTable is `buildPromiseTable` from what was decided when the rows were written: no clock is looked up, which the engine takes
 * longer to plan than to do. TRICKY: every word of a promise carries the check that its row was decided by the book of now; a row of which that
 * is not so fails the statement (code 395) as soon as anything depends on its promise, and the question is decided in full instead.
 */
export function buildStampedTable(rules: StampedRules, rows: string, params: SqlParameters): string {
  const { policies } = rules;
  const check = `throwIf(promise_book != ${params.add("promise_book", "UInt64", rules.book)}, 'decided by another book')`;
  const names = params.addTexts("promise_policies", ["", ...policies.map(namePolicy)]);
  const numbers = renderNumbers(policies, params);
  const words = addColumns(rows, {
    ...STARTED,
    sla_policy: `toInt64(transform(toString(promise_policy), ${names}, ${numbers}, toInt64(0)) + ${check})`,
    sla_due_ms: `toInt64(toUnixTimestamp64Milli(promise_due) + ${check})`,
    sla_stamped_risk: `toInt64(toUnixTimestamp64Milli(promise_risk) + ${check})`,
  });
  return addColumns(words, {
    ...buildPolicyTerms(rules, params),
    sla_is_known: "1",
    sla_due_at: "fromUnixTimestamp64Milli(sla_due_ms, 'UTC')",
    deadline_at: `if(sla_source_due < ${FAR_MS}, due_at, sla_due_at)`,
    sla_risk_ms: `if(sla_policy = 0, sla_started + intDiv(4 * (sla_source_due - sla_started) + 4, 5) - 1, sla_stamped_risk)`,
  });
}
