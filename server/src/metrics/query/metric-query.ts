import type { ReachFilter } from "../../scope/reach.js";
import type { MetricDefinition } from "../metric-definition.js";
import type { Comparison, Dimension, Granularity, PeriodCalendar } from "../metric-words.js";
import type { RetailCalendar } from "../periods/retail-calendar.js";
import type { RankOrder } from "../ranking/rank-groups.js";

/** DEFAULT_MINIMUM_SAMPLE: with 30 rows the interval of a share of 90 % is still 0.74 to 0.97 wide; fewer say nothing about a store. */
export const DEFAULT_MINIMUM_SAMPLE = 30;

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
  readonly rankBy?: {
    readonly metric: string;
    readonly order?: RankOrder | null;
  } | null;
  /** Below this many rows a group is not ranked and a store not compared. */
  readonly minimumSample?: number | null;
  readonly withOthers?: boolean | null;
  /** The metric that store_dispersion and store_rank look at. */
  readonly lookedAt?: string | null;
  readonly calendar?: PeriodCalendar | null;
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
  readonly rankBy: { readonly metric: string; readonly minimumSample: number; readonly order: RankOrder } | undefined;
  /** Below this many rows a group is not ranked. */
  readonly minimumSample: number;
  readonly withOthers: boolean;
  readonly lookedAt: string;
  /** Whose weeks, months, quarters and years are meant; undefined = the Gregorian ones. */
  readonly retailCalendar: RetailCalendar | undefined;
}
