import type { MetricDefinition, Term } from "../metric-definition.js";

/** METRIC_SIDES: which side of a formula rows are listed of. Of a percentile the numerator lists the values, the denominator the sample. */
export const METRIC_SIDES = ["NUMERATOR", "DENOMINATOR"] as const;
/** MetricSide is one of `METRIC_SIDES`. */
export type MetricSide = (typeof METRIC_SIDES)[number];

/** listSideTerms returns the terms whose rows make a side of a metric; a count has no denominator. */
export function listSideTerms({ formula }: MetricDefinition, side: MetricSide): readonly Term[] {
  const isNumerator = side === "NUMERATOR";
  if (formula.form === "sum") return isNumerator ? formula.of : [];
  if (formula.form === "derived" || formula.form === "unmeasured") return [];
  if (formula.form === "ratio" || formula.form === "rest") return [isNumerator ? formula.of : formula.over];
  if (formula.form === "share") return isNumerator ? [...formula.of, ...formula.minus] : formula.over;
  return [isNumerator ? formula.figure : formula.sample];
}
