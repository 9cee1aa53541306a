import type { MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";

/** NamedParts are the measures and steps that a filter leaves; null or missing = all. */
export interface NamedParts {
  readonly measures?: readonly string[] | null;
  readonly steps?: readonly string[] | null;
}

/**
 * chooseSplits returns the dimensions a metric is split by beyond those asked for: money by currency, measures by measure, steps by step.
 * Where a filter leaves one measure or step, there is nothing to split.
 */
export function chooseSplits(
  metric: Pick<MetricDefinition, "splitBy">,
  question: NamedParts & { readonly dimensions: readonly Dimension[] },
): Dimension[] {
  const named: Partial<Record<Dimension, readonly string[] | null>> = {
    MEASURE: question.measures ?? null,
    STEP: question.steps ?? null,
  };
  return (metric.splitBy ?? []).filter((split) => !question.dimensions.includes(split) && named[split]?.length !== 1);
}
