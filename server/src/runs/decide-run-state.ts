import type { RunState } from "./run-words.js";

/** RunTimes are the instants of a run in milliseconds; undefined = absent. */
export interface RunTimes {
  readonly startedAtMs: number | undefined;
  readonly dueAtMs: number | undefined;
  readonly finishedAtMs: number | undefined;
  /** By a policy: the last instant at which it is not at risk; undefined = start to deadline decide. */
  readonly riskAtMs?: number | undefined;
}

/**
 * decideRunState says what a run is now. A deadline is inclusive to the millisecond; at risk is an open run with 80 % of
 * start to deadline gone. `buildStateCondition` is the same decision in SQL.
 */
export function decideRunState({ startedAtMs, dueAtMs, finishedAtMs, riskAtMs }: RunTimes, now: Date): RunState {
  const nowMs = now.getTime();
  if (finishedAtMs !== undefined) return "FINISHED";
  if (dueAtMs === undefined) return "OPEN";
  if (dueAtMs < nowMs) return "OVERDUE";
  if (startedAtMs === undefined || startedAtMs > nowMs) return "OPEN";
  if (riskAtMs !== undefined) return riskAtMs < nowMs ? "AT_RISK" : "OPEN";
  return 5 * (nowMs - startedAtMs) >= 4 * (dueAtMs - startedAtMs) ? "AT_RISK" : "OPEN";
}
