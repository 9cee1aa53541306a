import { FAR_FUTURE } from "@watchfloor/sql";
import type { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import type { RunState } from "./run-words.js";

/** FAR is the instant that stands for an absent one. */
export const FAR = `toDateTime64('${FAR_FUTURE}', 3, 'UTC')`;
const IS_OPEN = `finished_at = ${FAR}`;

/** PromiseColumns name the instants that decide the state of an open run in the rows of a statement. */
export interface PromiseColumns {
  /** Until when the promise is kept, inclusive to the millisecond. */
  readonly due: string;
  /** Renders whether 80 % of the limit are used at an instant. */
  readonly isUsed: (instant: string) => string;
}

const ms = (instant: string) => `toUnixTimestamp64Milli(${instant})`;

/** SOURCE_PROMISE decides by the deadline that the source gave. */
export const SOURCE_PROMISE: PromiseColumns = {
  due: "due_at",
  isUsed: (instant) => `5 * (${ms(instant)} - ${ms("started_at")}) >= 4 * (${ms("due_at")} - ${ms("started_at")})`,
};

/** POLICY_PROMISE decides by the columns of `buildPromiseTable`. */
export const POLICY_PROMISE: PromiseColumns = {
  due: "sla_due_at",
  isUsed: (instant) => `sla_risk_ms < ${ms(instant)}`,
};

/**
 * buildStateCondition is `decideRunState` in SQL. OPEN keeps every open run, overdue and at risk ones included. Each
 * condition on open runs is answered from the minmax index of `finished_at`, so no old day is read.
 */
export function buildStateCondition(
  state: RunState,
  now: Date,
  params: SqlParameters,
  { due, isUsed }: PromiseColumns = SOURCE_PROMISE,
): string {
  if (state === "OPEN") return IS_OPEN;
  if (state === "FINISHED") return `finished_at < ${FAR}`;
  const instant = params.addInstant("now", now);
  if (state === "OVERDUE") return `(${IS_OPEN} AND ${due} < ${instant})`;
  return `(${IS_OPEN} AND ${due} >= ${instant} AND ${due} < ${FAR} AND started_at <= ${instant} AND ${isUsed(instant)})`;
}
