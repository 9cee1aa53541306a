import { buildReachConditions } from "../../metrics/compiler/build-reach-conditions.js";
import { openColumnWords } from "../../metrics/compiler/open-column-words.js";
import { chooseRunColumns } from "../../metrics/compiler/run-columns.js";
import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { Statement } from "../../metrics/compiler/statement.js";
import type { Reach } from "../../scope/reach.js";
import { buildPromiseTable } from "../promises/build-promise-table.js";
import { NO_RULES } from "../promises/promise-rules.js";

/** WhatIfQuestion asks what attainment in [from, asOf) would have been with each of the limits. */
export interface WhatIfQuestion {
  readonly from: Date;
  readonly asOf: Date;
  readonly limits: readonly number[];
}

/**
 * compileWhatIf compiles one statement for all limits: each run is decided anew with each limit, by the calendar, corrections and pauses of
 * its policy, and falls into the range by when that would have been known. With the limit of its policy that is `sla_attainment`.
 */
export function compileWhatIf(reach: Reach, question: WhatIfQuestion): Statement {
  const params = new SqlParameters();
  const rules = reach.parts.promises ?? NO_RULES;
  const from = params.addInstant("from", question.from);
  const asOf = params.addInstant("as_of", question.asOf);
  const conditions = [
    ...buildReachConditions(reach, "run", params),
    `day <= toDate(${asOf})`,
    `finished_at >= ${from}`,
    `started_at < ${asOf}`,
  ];
  const rows = `(SELECT ${chooseRunColumns("outcome")} FROM run FINAL WHERE ${conditions.join(" AND ")})`;
  const table = buildPromiseTable(
    rules,
    { rows, needs: { isDue: true, isRisk: false, limits: question.limits } },
    params,
  );
  const words = openColumnWords("run", rules, params).choose("decided_at promise_state");
  const sql = [
    `WITH\n    ${words.join(",\n    ")}`,
    "SELECT intDiv(sla_limit_ms, 1000) AS limit_seconds, countIf(promise_state = 'met') AS met, countIf(promise_state != 'excluded') AS valid",
    `FROM ${table}`,
    `WHERE sla_is_known AND decided_at >= ${from} AND decided_at < ${asOf}`,
    "GROUP BY limit_seconds",
  ].join("\n");
  return { name: "sla.what_if", sql, params: params.values };
}
