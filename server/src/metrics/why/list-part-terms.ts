import type { MetricDefinition, Term } from "../metric-definition.js";

/** METRIC_PARTS: what of a metric rows are listed of. Of a percentile the numerator lists the values, the denominator the sample. */
export const METRIC_PARTS = ["NUMERATOR", "DENOMINATOR"] as const;
/** MetricPart is one of `METRIC_PARTS`. */
export type MetricPart = (typeof METRIC_PARTS)[number];

/** listPartTerms returns the terms whose rows make a part of a metric; a count has no denominator. */
export function listPartTerms({ formula }: MetricDefinition, part: MetricPart): readonly Term[] {
  const isNumerator = part === "NUMERATOR";
  if (formula.form === "sum") return isNumerator ? formula.of : [];
  if (formula.form === "ratio") return [isNumerator ? formula.of : formula.over];
  if (formula.form === "share") return isNumerator ? [...formula.of, ...formula.minus] : formula.over;
  return [isNumerator ? formula.figure : formula.sample];
}
