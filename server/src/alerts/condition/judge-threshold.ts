import type { Judgement } from "../instance/judgement.js";

/** ThresholdOperator compares a value with a threshold; doubles, strict as written. */
export type ThresholdOperator = ">" | ">=" | "<" | "<=" | "==" | "!=";

/** Threshold is a condition with the value at which it is over; without a recovery threshold it is over where it no longer holds. */
export interface Threshold {
  readonly op: ThresholdOperator;
  readonly threshold: number;
  readonly recoveryThreshold?: number | undefined;
}

const COMPARE: Readonly<Record<ThresholdOperator, (value: number, limit: number) => boolean>> = {
  ">": (value, limit) => value > limit,
  ">=": (value, limit) => value >= limit,
  "<": (value, limit) => value < limit,
  "<=": (value, limit) => value <= limit,
  "==": (value, limit) => value === limit,
  "!=": (value, limit) => value !== limit,
};

/** judgeThreshold compares: no value and NaN are missing, infinities are values. */
export function judgeThreshold(value: number | null | undefined, condition: Threshold): Judgement {
  if (value === null || value === undefined || Number.isNaN(value)) return { outcome: "missing", value: null };
  const holds = COMPARE[condition.op];
  if (holds(value, condition.threshold)) return { outcome: "match", value };
  const isHeld = condition.recoveryThreshold !== undefined && holds(value, condition.recoveryThreshold);
  return { outcome: isHeld ? "hold" : "clear", value };
}

/** checkThreshold says what is wrong with a recovery threshold: it lies on the good side of the threshold, or there is none. */
export function checkThreshold({ op, threshold, recoveryThreshold }: Threshold): string | undefined {
  if (!Number.isFinite(threshold)) return "The threshold must be a finite number.";
  if (recoveryThreshold === undefined) return undefined;
  if (op === "==" || op === "!=") return `A rule with ${op} has no recovery threshold: remove it.`;
  const isAbove = op === ">" || op === ">=";
  if (isAbove ? recoveryThreshold <= threshold : recoveryThreshold >= threshold) return undefined;
  return `A rule with ${op} ${threshold} recovers at ${isAbove ? "or below" : "or above"} that: ${recoveryThreshold} lies on the wrong side.`;
}
