import { buildReach, type Reach } from "../../scope/reach.js";
import { renderPlainPromise } from "../../sla/promises/render-plain-promise.js";
import type { MetricSource } from "../metric-definition.js";
import { buildCorrelationRows } from "./build-correlation-rows.js";
import { buildReachConditions } from "./build-reach-conditions.js";
import { buildStepRows } from "./build-step-rows.js";
import { DERIVED_COLUMNS } from "./derived-columns.js";
import type { SqlParameters } from "./sql-parameters.js";

/** SourceRange is the range of a question, as references to its parameters, and what it asks of the rows, to leave out what nobody reads. */
export interface SourceRange {
  readonly from: string;
  readonly asOf: string;
  readonly asked: string;
}

/** RECURRENCE_DAYS: an exception recurs when its like was raised within this many days before. */
export const RECURRENCE_DAYS = 30;

type SourceTable = (reach: Reach, range: SourceRange, params: SqlParameters) => string;

/** SOURCE_TABLES are the sources that are no table of their own. Their reach is applied inside; outside nothing is left to limit. */
const SOURCE_TABLES: Partial<Record<MetricSource, SourceTable>> = {
  change: buildChanges,
  run_minute: buildRunMinutes,
  raised_exception: buildRaisedExceptions,
  decision: buildDecisions,
};

/** Sources whose rows get their place and attributes by being put together: tenant and clients limit them inside, the whole reach outside. */
const JOINED_TABLES: Partial<Record<MetricSource, SourceTable>> = {
  step: (reach, range, params) => buildStepRows(reach, range, needsOrder(range.asked), params),
  correlation: buildCorrelationRows,
};

/** isBuiltSource tells whether the whole reach of a source is applied by the subquery that puts it together. */
export function isBuiltSource(source: MetricSource): boolean {
  return source in SOURCE_TABLES;
}

/** buildSourceTable returns what stands after FROM. */
export function buildSourceTable(
  reach: Reach,
  source: MetricSource,
  range: SourceRange,
  params: SqlParameters,
): string {
  const build = SOURCE_TABLES[source] ?? JOINED_TABLES[source];
  return build === undefined ? `${source} FINAL` : `(\n${build(reach, range, params)}\n)`;
}

/** needsOrder tells whether steps are asked something that depends on the steps before them. */
export function needsOrder(asked: string): boolean {
  return /\b(has_previous|wait_ms|is_first)\b/.test(asked);
}

/**
 * One row a change launched in the range, with its targets (runs that have one) and its gates (approvals and tasks that name it). The
 * filter chooses targets; gates are those the scope may see: the approval of a promotion has no store and is a workflow of its own.
 * When it was to be launched is what its source says, whatever policies promise.
 */
function buildChanges(reach: Reach, { from, asOf }: SourceRange, params: SqlParameters): string {
  const { clients } = reach.parts.filter;
  const unfiltered = buildReach({ ...reach.parts, filter: { clients: clients ?? null }, filterRegionStores: null });
  const visible = buildReachConditions(unfiltered, "run", params);
  const chosen = buildReachConditions(reach, "run", params).filter((condition) => !visible.includes(condition));
  const ofTarget = ["target != ''", ...chosen].join(" AND ");
  const { has_ended, is_cancelled_in_time, has_due } = DERIVED_COLUMNS.run;
  return `    WITH
        ${has_ended} AS has_ended,
        ${has_due} AS has_due,
        ${renderPlainPromise(is_cancelled_in_time ?? "")} AS is_cancelled_in_time,
        target != '' AND NOT is_cancelled_in_time AS is_target,
        target = '' AND kind IN ('approval', 'task') AS is_gate,
        has_ended AND outcome = 'succeeded' AS is_done
    SELECT
        client,
        change,
        anyIf(run.workflow, target != '') AS workflow,
        anyIf(run.brand, target != '') AS brand,
        maxIf(due_at, is_target AND has_due) AS launched_at,
        countIf(is_target) AS target_count,
        countIf(is_target AND is_done) AS applied_count,
        countIf(is_target AND is_done AND finished_at <= due_at) AS live_count,
        countIf(is_gate) AS gate_count,
        maxIf(if(is_done, finished_at, toDateTime64('2200-01-01 00:00:00', 3, 'UTC')), is_gate) AS gates_green_at,
        maxIf(finished_at, is_target AND is_done) AS last_live_at,
        groupArrayIf(finished_at, is_target AND is_done) AS live_at,
        countIf(kind = 'approval' AND target = '' AND is_done) AS approval_count,
        maxIf(finished_at, kind = 'approval' AND target = '' AND is_done) AS approved_at,
        min(started_at) AS requested_at
    FROM
    (
        SELECT * FROM run FINAL
        WHERE ${visible.join("\n          AND ")}
          AND change != '' AND (target = '' OR (${ofTarget}))
          AND (client, change) IN (SELECT client, change FROM run FINAL WHERE ${visible.join(" AND ")} AND change != '' AND ${ofTarget} AND due_at >= ${from} AND due_at < ${asOf})
    ) AS run
    GROUP BY client, change
    HAVING target_count > 0`;
}

/** One row a minute in which runs of a source ended. */
function buildRunMinutes(reach: Reach, { from, asOf }: SourceRange, params: SqlParameters): string {
  const conditions = buildReachConditions(reach, "run", params);
  return `    SELECT client, source, toDateTime64(toStartOfMinute(finished_at), 3, 'UTC') AS minute_at, count() AS ended_count,
        countIf(outcome IN ('failed', 'dead_lettered')) AS failed_count
    FROM run FINAL
    WHERE ${conditions.join("\n      AND ")}
      AND finished_at >= toStartOfMinute(${from}) AND finished_at < ${asOf}
      AND toDate32(finished_at) >= toDate32(${from}) AND toDate32(finished_at) <= toDate32(${asOf})
    GROUP BY client, source, minute_at`;
}

/** Exceptions of the range, each with the one of the same class, store and error code before it. */
function buildRaisedExceptions(reach: Reach, { from, asOf }: SourceRange, params: SqlParameters): string {
  const conditions = buildReachConditions(reach, "exception", params);
  const before = `${from} - INTERVAL ${RECURRENCE_DAYS} DAY`;
  return `    SELECT *, attributes['errorCode'] AS error_code,
        lagInFrame(toUnixTimestamp64Milli(raised_at), 1, toInt64(-1)) OVER (PARTITION BY client, class, store, error_code ORDER BY raised_at, exception) AS seen_before_ms
    FROM exception FINAL
    WHERE ${conditions.join("\n      AND ")}
      AND day >= toDate(${before}) AND day <= toDate(${asOf})
      AND raised_at >= ${before} AND raised_at < ${asOf}`;
}

/** The reach decides by the decision, not by its review, which need not say where it belongs. */
function buildDecisions(reach: Reach, { from, asOf }: SourceRange, params: SqlParameters): string {
  const made = buildReachConditions(reach, "decision", params);
  const tenant = params.add("tenant", "String", reach.parts.scope.tenant);
  const inRange = `(client, decision) IN (SELECT client, decision FROM decision WHERE tenant = ${tenant} AND time >= ${from} AND time < ${asOf})`;
  const newest = ["source", "store", "channel", "partner", "brand", "workflow", "model", "action", "confidence"];
  return `    SELECT made.*, reviewed.reviewed_at AS reviewed_at, reviewed.verdict AS verdict
    FROM
    (
        SELECT client, decision, min(time) AS made_at, ${newest.map((name) => `argMax(decision.${name}, (time, id)) AS ${name}`).join(", ")}, argMax(decision.attributes, (time, id)) AS attributes
        FROM
        (
            SELECT * FROM decision FINAL
            WHERE ${made.join("\n              AND ")}
              AND kind = 'made' AND time < ${asOf}
              AND ${inRange}
        ) AS decision
        GROUP BY client, decision
    ) AS made
    LEFT JOIN
    (
        SELECT client, decision, max(time) AS reviewed_at, argMax(decision.verdict, (time, id)) AS verdict
        FROM decision FINAL
        WHERE tenant = ${tenant} AND kind = 'reviewed' AND time < ${asOf} AND ${inRange}
        GROUP BY client, decision
    ) AS reviewed USING (client, decision)`;
}
