import type { Comparison, Dimension, ScopeFilterInput } from "../graphql/operations.js";
import type { TimeRange } from "../time-range/time-range.js";

/** MetricQuestion is what a panel wants to know; its range is resolved when the question is asked, so a preset moves with the clock. */
export interface MetricQuestion {
  readonly metrics: readonly string[];
  readonly range: TimeRange;
  readonly filter: ScopeFilterInput;
  readonly timeZone: string;
  readonly groupBy?: readonly Dimension[];
  readonly compareTo?: Comparison;
}
