import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import { CASE_ID, NEAR_DAYS, type Cases, type CasesQuestion } from "./cases-question.js";

/** StepsQuestion is what `buildCases` knows of the runs whose steps are gathered. */
export interface StepsQuestion {
  readonly question: CasesQuestion;
  /** Conditions of tenant and clients. */
  readonly ofClients: readonly string[];
  /** Subquery of the ids of the cases, more of them at most. */
  readonly ids: string;
  /** Subquery of the instants at which the first of them began. */
  readonly earliest: string;
  readonly workflow: string;
  readonly asOf: string;
}

/** buildStepsOfCases returns a subquery of one row a case with its steps as arrays, in no order, and the names their codes stand for. */
export function buildStepsOfCases(asked: StepsQuestion, params: SqlParameters): Cases {
  const { question, ofClients, ids, earliest, workflow, asOf } = asked;
  const declared = params.addTexts("declared", question.declared);
  const range = [
    "toDate(finished_at) >= toDate(steps_from)",
    `toDate(finished_at) <= toDate(${asOf} + INTERVAL ${NEAR_DAYS} DAY)`,
  ];
  const workflows = question.hasTraces ? `workflow IN (${workflow}, '')` : `workflow = ${workflow}`;
  const words = [
    `(SELECT ifNull(minOrNull(at), ${asOf}) - INTERVAL ${NEAR_DAYS} DAY FROM (${earliest}) WHERE at > toDateTime64(0, 3, 'UTC')) AS steps_from`,
    `(SELECT arrayConcat(${declared}, arrayFilter(name -> NOT has(${declared}, name), groupUniqArray(CAST(step, 'String')))) FROM step WHERE ${[...ofClients, ...range, workflows].join(" AND ")}) AS names`,
  ];
  const named = `SELECT ${CASE_ID} AS case_id, ${STEP_COLUMNS} FROM step FINAL WHERE ${[...ofClients, ...range, `workflow = ${workflow}`, `${CASE_ID} IN (${ids})`].join(" AND ")}`;
  const rows = question.hasTraces ? [named, buildTraced(asked, range)] : [named];
  return {
    words,
    sql: `    SELECT case_id, ${[...GATHERED, ...(question.hasTimes ? GATHERED_TIMES : []), ...(question.hasIds ? ["groupArray(id) AS ids"] : [])].join(", ")}
    FROM
    (
        ${rows.join("\n        UNION ALL ")}
    )
    GROUP BY case_id`,
  };
}

const GATHERED = [
  "groupArray(code) AS codes",
  "max(isNull(sequence)) AS unsequenced",
  "groupArray(ifNull(sequence, 0)) AS sequences",
  "groupArray(begun_ms) AS begun_at",
];
const GATHERED_TIMES = ["groupArray(ended_ms) AS ended_at", "groupArray(is_failed) AS failures"];

const STEP_COLUMNS =
  "toUInt32(transform(step, names, range(1, length(names) + 1), 0)) AS code, sequence, toUnixTimestamp64Milli(started_at) AS begun_ms, " +
  "toUnixTimestamp64Milli(finished_at) AS ended_ms, outcome IN ('failed', 'dead_lettered') AS is_failed, id";

/** A span that is a step names its trace alone; the event that ended a run names its trace (decision 0011). */
function buildTraced({ ofClients, ids, workflow }: StepsQuestion, range: readonly string[]): string {
  const traces = `SELECT DISTINCT client, cityHash64(client, subject_id) AS case_id, substring(id, 1, 32) AS trace FROM fold_part WHERE ${[
    ...ofClients,
    "subject = 'run'",
    `workflow = ${workflow}`,
    "part = 'finished'",
    "match(id, '^[0-9a-f]{48}$')",
    `cityHash64(client, subject_id) IN (${ids})`,
  ].join(" AND ")}`;
  const spans = `SELECT client, run AS trace, ${STEP_COLUMNS} FROM step FINAL WHERE ${[...ofClients, ...range, "workflow = ''"].join(" AND ")}`;
  return `SELECT case_id, code, sequence, begun_ms, ended_ms, is_failed, id FROM (${spans}) AS spans INNER JOIN (${traces}) AS traces USING (client, trace)`;
}
