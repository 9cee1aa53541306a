import { keepClients } from "../../scope/keep-clients.js";
import type { Reach } from "../../scope/reach.js";
import { buildReachConditions } from "./build-reach-conditions.js";
import type { SqlParameters } from "./sql-parameters.js";

/** StepRange is the ends of the steps that are asked about, as expressions. */
export interface StepRange {
  readonly from: string;
  readonly asOf: string;
}

/** How long before a step the one before it may have ended, and how long after its end a run still says where its steps belong. */
const NEAR = "INTERVAL 31 DAY";
const CASE = "cityHash64(client, workflow, run)";
const STEP =
  "source, id, step, started_at, finished_at, outcome, error_class, to_system, sequence, store, channel, partner";

/**
 * buildStepRows returns a subquery of the steps in reach with the place, brand and attributes of their run; steps of a run that nothing
 * else was heard of yet have their own. With `hasOrder` each row knows the step before it in the order of CONTRACT 2.2 (has_previous,
 * wait_ms), and whether it is the first of its name in the run (is_first).
 */
export function buildStepRows(reach: Reach, range: StepRange, hasOrder: boolean, params: SqlParameters): string {
  const since = hasOrder ? `${range.from} - ${NEAR}` : range.from;
  const steps = buildNamedSteps(reach, { from: since, asOf: range.asOf }, params, hasOrder ? range.from : undefined);
  const runs = `SELECT ${CASE} AS case_id, 1 AS is_known, store AS run_store, channel AS run_channel, partner AS run_partner, brand, attributes, started_at AS run_started_at, finished_at AS run_finished_at
        FROM run FINAL WHERE ${[...buildReachConditions(keepClients(reach), "run", params), `finished_at >= ${range.from} - ${NEAR}`, `(started_at < ${range.asOf} + ${NEAR} OR started_at >= toDateTime64('2200-01-01 00:00:00', 3, 'UTC'))`].join(" AND ")}`;
  const own = (column: string) => `if(is_known = 1, run_${column}, ${column}) AS ${column}`;
  const columns = `client, workflow, run, source, id, step, started_at, finished_at, outcome, error_class, to_system AS system`;
  return `SELECT {tenant:String} AS tenant, ${columns}, ${["store", "channel", "partner"].map(own).join(", ")}, brand, attributes, is_known, run_started_at, run_finished_at${hasOrder ? ", has_previous, wait_ms, is_first" : ""}
    FROM
    (
        ${hasOrder ? buildOrdered(steps) : steps}
    ) AS steps
    LEFT JOIN
    (
        ${runs}
    ) AS runs USING (case_id)`;
}

/**
 * buildNamedSteps returns a subquery of the steps that ended in [from, asOf), each with client, workflow and run. A step that names only
 * a trace has the workflow and the run that the root span of the trace ended (decision 0011). With `touchedSince` only those of runs
 * that have a step which ended since.
 */
export function buildNamedSteps(
  reach: Reach,
  { from, asOf }: StepRange,
  params: SqlParameters,
  touchedSince?: string,
): string {
  const clients = buildReachConditions(keepClients(reach), "run", params);
  const workflows = reach.parts.filter.workflows;
  const ofWorkflows = workflows == null ? "workflow != ''" : `workflow IN ${params.addTexts("workflows", workflows)}`;
  const range = [
    `toDate(finished_at) >= toDate(${from})`,
    `toDate(finished_at) <= toDate(${asOf})`,
    `finished_at >= ${from}`,
    `finished_at < ${asOf}`,
  ];
  const touched = `${CASE} IN (SELECT ${CASE} FROM step WHERE ${[...clients, `toDate(finished_at) >= toDate(${touchedSince})`, `finished_at >= ${touchedSince}`, `finished_at < ${asOf}`].join(" AND ")})`;
  if (touchedSince !== undefined) range.push(touched);
  const spans = [...clients, ...range, "workflow = ''"].join(" AND ");
  const hasSpans = `(SELECT count() FROM (SELECT 1 FROM step WHERE ${spans} LIMIT 1)) = 1`;
  const roots = `SELECT DISTINCT client, substring(id, 1, 32) AS trace, JSONExtractString(payload, 'workflow') AS workflow, JSONExtractString(payload, 'run') AS run
            FROM event FINAL WHERE ${hasSpans} AND ${[...clients, `toDate(time) >= toDate(${from}) - 1`, `toDate(time) <= toDate(${asOf} + ${NEAR})`, "kind = 'run.finished'", "match(id, '^[0-9a-f]{48}$')"].join(" AND ")}`;
  return `SELECT ${CASE} AS case_id, client, workflow, run, ${STEP} FROM step FINAL WHERE ${[...clients, ...range, ofWorkflows].join(" AND ")}
        UNION ALL SELECT ${CASE} AS case_id, client, CAST(workflow, 'LowCardinality(String)') AS workflow, run, ${STEP}
        FROM (SELECT client, run AS trace, ${STEP} FROM step FINAL WHERE ${spans}) AS spans
        INNER JOIN (${roots}) AS roots USING (client, trace) WHERE ${ofWorkflows}`;
}

function buildOrdered(steps: string): string {
  const window = "PARTITION BY case_id ORDER BY if(unsequenced, 0, ifNull(sequence, 0)), started_at, id";
  const previous = (column: string) =>
    `lagInFrame(${column}) OVER (${window} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
  return `SELECT *, row_number() OVER (${window}) > 1 AS has_previous,
            greatest(0, toUnixTimestamp64Milli(started_at) - toUnixTimestamp64Milli(${previous("finished_at")})) AS wait_ms,
            row_number() OVER (PARTITION BY case_id, step ORDER BY if(unsequenced, 0, ifNull(sequence, 0)), started_at, id) = 1 AS is_first
        FROM (SELECT *, max(isNull(sequence)) OVER (PARTITION BY case_id) AS unsequenced FROM (
        ${steps}))`;
}
