import type { MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";

/** chooseSplits returns the dimensions a metric is split by beyond those asked for: money by currency, measures by measure. */
export function chooseSplits(
  metric: MetricDefinition,
  question: { dimensions: readonly Dimension[]; measures: readonly string[] | null },
): Dimension[] {
  return (metric.splitBy ?? []).filter(
    (split) => !question.dimensions.includes(split) && !(split === "MEASURE" && question.measures?.length === 1),
  );
}
