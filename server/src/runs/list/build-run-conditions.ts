import { buildReachConditions } from "../../metrics/compiler/build-reach-conditions.js";
import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { Reach } from "../../scope/reach.js";
import type { DayWindow } from "./build-day-windows.js";
import { buildStateCondition, POLICY_PROMISE, SOURCE_PROMISE } from "../build-state-condition.js";
import type { RunQuestion } from "./check-run-question.js";
import { MOMENT, SPAN_MS } from "../run-row.js";
import { buildPathConditions } from "./build-path-conditions.js";

/** More candidates than this are cut to the newest: a search must name something. */
const MAX_CANDIDATES = 20_000;
const KEY = "day, client, workflow, run";

/** buildRunConditions writes everything that chooses the rows of a question, the page's position and days apart. */
export function buildRunConditions(reach: Reach, question: RunQuestion, now: Date, params: SqlParameters): string[] {
  const { filter, range } = question;
  const conditions = buildReachConditions(reach, "run", params);
  const promise = reach.parts.promises === undefined ? SOURCE_PROMISE : POLICY_PROMISE;
  if (filter.states != null)
    conditions.push(
      `(${filter.states.map((state) => buildStateCondition(state, now, params, promise)).join(" OR ") || "0"})`,
    );
  conditions.push(...buildSpanConditions(question, now, params));
  if (filter.workflowVersions != null)
    conditions.push(`workflow_version IN ${params.addTexts("workflow_versions", filter.workflowVersions)}`);
  if (filter.path != null && range !== null)
    conditions.push(...buildPathConditions(reach, { path: filter.path, range, now }, params));
  else if (range !== null) {
    conditions.push(
      `day >= toDate(${params.addInstant("from", range.from)}) AND day <= toDate(${params.addInstant("to", range.to)})`,
    );
    conditions.push(
      `${MOMENT} >= ${params.addInstant("from", range.from)} AND ${MOMENT} < ${params.addInstant("to", range.to)}`,
    );
  }
  if (question.hasIds) conditions.push(...buildIdConditions(reach, question, params));
  return conditions;
}

/** `now` is bound whenever runs are ordered by how long they took, too. */
function buildSpanConditions({ filter, order }: RunQuestion, now: Date, params: SqlParameters): string[] {
  const { minSeconds, maxSeconds } = filter;
  if (minSeconds == null && maxSeconds == null && order !== "LONGEST") return [];
  params.addInstant("now", now);
  const bind = (name: string, seconds: number) => params.add(name, "Float64", seconds * 1000);
  return [
    ...(minSeconds == null ? [] : [`${SPAN_MS} >= ${bind("min_ms", minSeconds)}`]),
    ...(maxSeconds == null ? [] : [`${SPAN_MS} >= 0`, `${SPAN_MS} < ${bind("max_ms", maxSeconds)}`]),
  ];
}

/** buildDayCondition keeps the days of a window. */
export function buildDayCondition(window: DayWindow, params: SqlParameters): string {
  return `day >= ${params.add("window_from", "Date", window.from)} AND day <= ${params.add("window_to", "Date", window.to)}`;
}

/**
 * Ids are not part of the sort key. Their keys are looked up first without FINAL, which reads only the columns named (the
 * final version of a row is among its versions), and the conditions are then repeated on the final rows.
 */
function buildIdConditions(reach: Reach, question: RunQuestion, params: SqlParameters): string[] {
  const ids = buildIdMatches(question, params);
  const seek = [...buildReachConditions(reach, "run", params), ...ids];
  // A way is asked of runs that ended in the range, whenever they started.
  if (question.range !== null && question.filter.path == null)
    seek.push(
      `day >= toDate(${params.addInstant("from", question.range.from)}) AND day <= toDate(${params.addInstant("to", question.range.to)})`,
    );
  return [
    ...ids,
    `(${KEY}) IN (SELECT ${KEY} FROM run WHERE ${seek.join(" AND ")} ORDER BY tenant DESC, day DESC LIMIT ${MAX_CANDIDATES})`,
  ];
}

function buildIdMatches({ filter }: RunQuestion, params: SqlParameters): string[] {
  const matches: string[] = [];
  if (filter.correlation) matches.push(`correlation = ${params.add("correlation", "String", filter.correlation)}`);
  if (filter.entityId) matches.push(`entity_id = ${params.add("entity_id", "String", filter.entityId)}`);
  if (filter.change) matches.push(`change = ${params.add("change", "String", filter.change)}`);
  const search = filter.search?.trim();
  if (search) {
    const text = params.add("search", "String", search);
    matches.push(
      `(${["run", "correlation", "entity_id", "change"].map((column) => `startsWith(${column}, ${text})`).join(" OR ")} OR has(mapValues(attributes), ${text}))`,
    );
  }
  return matches;
}
