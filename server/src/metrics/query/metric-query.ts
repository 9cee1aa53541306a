import type { ReachFilter } from "../../scope/reach.js";
import type { MetricDefinition } from "../metric-definition.js";
import type { Comparison, Dimension, Granularity } from "../metric-words.js";

/** MetricQuestion is a question as it was asked, not yet checked. */
export interface MetricQuestion {
  readonly metrics: readonly string[];
  readonly from: Date;
  readonly to: Date;
  readonly granularity?: Granularity | null;
  readonly groupBy?: readonly Dimension[] | null;
  readonly groupByAttributes?: readonly string[] | null;
  readonly filter?: ReachFilter | null;
  readonly compareTo?: Comparison | null;
  readonly timeZone?: string | null;
  readonly orderBy?: { readonly metric: string; readonly direction: "ASCENDING" | "DESCENDING" } | null;
  readonly limit?: number | null;
}

/** MetricQuery is a checked question: every metric is known, every dimension offered, every list bounded. */
export interface MetricQuery {
  readonly metrics: readonly MetricDefinition[];
  readonly from: Date;
  readonly to: Date;
  /** min(to, now): what `now` means in every formula. */
  readonly asOf: Date;
  readonly granularity: Granularity | undefined;
  /** Starts of the buckets, then the end of the last, in epoch milliseconds; undefined for totals only. */
  readonly edges: readonly number[] | undefined;
  readonly dimensions: readonly Dimension[];
  readonly attributes: readonly string[];
  readonly filter: ReachFilter;
  readonly compareTo: Comparison | undefined;
  readonly timeZone: string;
  readonly orderBy: { readonly metric: string; readonly direction: "ASCENDING" | "DESCENDING" } | undefined;
  readonly limit: number;
}
