import { FAR_FUTURE } from "@watchfloor/sql";
import type { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import type { RunState } from "./run-words.js";

/** FAR is the instant that stands for an absent one. */
export const FAR = `toDateTime64('${FAR_FUTURE}', 3, 'UTC')`;
const IS_OPEN = `finished_at = ${FAR}`;
const ELAPSED = (now: string) =>
  `5 * (toUnixTimestamp64Milli(${now}) - toUnixTimestamp64Milli(started_at)) >= 4 * (toUnixTimestamp64Milli(due_at) - toUnixTimestamp64Milli(started_at))`;

/**
 * buildStateCondition is `decideRunState` in SQL. OPEN keeps every open run, overdue and at risk ones included. Each
 * condition on open runs is answered from the minmax index of `finished_at`, so no old day is read.
 */
export function buildStateCondition(state: RunState, now: Date, params: SqlParameters): string {
  if (state === "OPEN") return IS_OPEN;
  if (state === "FINISHED") return `finished_at < ${FAR}`;
  const instant = params.addInstant("now", now);
  if (state === "OVERDUE") return `(${IS_OPEN} AND due_at < ${instant})`;
  return `(${IS_OPEN} AND due_at >= ${instant} AND due_at < ${FAR} AND started_at <= ${instant} AND ${ELAPSED(instant)})`;
}
