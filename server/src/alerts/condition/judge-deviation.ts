import type { Judgement } from "../instance/judgement.js";
import { aggregateWindow, type WindowValues } from "./aggregate-window.js";

/** Deviation is the plain z-score: how many deviations of the population a value may lie from the mean of its baseline. */
export interface Deviation {
  readonly threshold: number;
  readonly minPoints: number;
  readonly isTwoSided: boolean;
}

/** judgeDeviation matches beyond the threshold; missing with too few points or where value and deviation say nothing. The value is the score. */
export function judgeDeviation(
  value: number | null | undefined,
  baseline: WindowValues,
  { threshold, minPoints, isTwoSided }: Deviation,
): Judgement {
  if (value === null || value === undefined || baseline.length < minPoints) return { outcome: "missing", value: null };
  const mean = aggregateWindow(baseline, "avg");
  const deviation = aggregateWindow(baseline, "stddev");
  if (mean === undefined || deviation === undefined) return { outcome: "missing", value: null };
  const away = isTwoSided ? Math.abs(value - mean) : value - mean;
  const score = away / deviation;
  if (Number.isNaN(score)) return { outcome: "missing", value: null };
  return { outcome: score > threshold ? "match" : "clear", value: score };
}
