import { readAllTerms } from "../metric-catalog.js";
import { DEFAULT_LOOKED_AT } from "../derived-formula.js";
import type { MetricDefinition } from "../metric-definition.js";
import type { CoverageTable } from "./build-coverage.js";
import type { KeyedId } from "./figure-table.js";
import type { Figure } from "./metric-answer.js";

/** Measured is how much of the range and of the earlier one was measured; undefined = nobody looked. */
interface Measured {
  readonly now: Pick<CoverageTable, "findKnown"> | undefined;
  readonly earlier: Pick<CoverageTable, "findKnown" | "findCertain"> | undefined;
  readonly key: readonly KeyedId[];
  readonly floor: number;
}

/**
 * checkComparison takes the value from an earlier figure where too little of its range was measured, counts and sums included: nothing
 * counted before anybody reported is not zero. What was measured is the share of the range since the first feed was known, times the coverage
 * since then; coverage itself is judged by the first alone. Where no feed is known in either range, nothing is known to be missing.
 */
export function checkComparison(figure: Figure, metric: MetricDefinition, measured: Measured): Figure {
  const { now, earlier, key, floor } = measured;
  if (figure.value === null || now === undefined || earlier === undefined) return figure;
  const known = earlier.findKnown(key);
  const isUnknown = known === null && now.findKnown(key) === null;
  const share = (known ?? 0) * (isAboutFeeds(metric) ? 1 : (earlier.findCertain(key) ?? 1));
  if (isUnknown || share >= floor) return figure;
  const bounds = "intervalLow" in figure ? { intervalLow: null, intervalHigh: null } : {};
  return { ...figure, ...bounds, value: null, nullReason: "INSUFFICIENT_COVERAGE" };
}

function isAboutFeeds(metric: MetricDefinition): boolean {
  const terms = readAllTerms(metric, DEFAULT_LOOKED_AT);
  return terms.length > 0 && terms.every(({ form }) => form === "feed");
}
