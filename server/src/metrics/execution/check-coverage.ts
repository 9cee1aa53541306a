import type { MetricDefinition } from "../metric-definition.js";
import type { Figure } from "./metric-answer.js";

/**
 * checkCoverage takes the value from a figure that judges where too little was measured: a dark store is neither good nor bad. What was counted
 * stays. `share` null = no feed whose silence says something was expected, so nothing is known to be missing.
 */
export function checkCoverage(
  figure: Figure,
  metric: Pick<MetricDefinition, "needsCoverage">,
  measured: { readonly share: number | null; readonly floor: number },
): Figure {
  const isEnough = measured.share === null || measured.share >= measured.floor;
  if (metric.needsCoverage !== true || figure.value === null || isEnough) return figure;
  const nothing = { value: null, nullReason: "INSUFFICIENT_COVERAGE" } as const;
  return "intervalLow" in figure
    ? { ...figure, ...nothing, intervalLow: null, intervalHigh: null }
    : { ...figure, ...nothing };
}
