import type { Dimension, Direction, Moment } from "./metric-words.js";

/** MetricSource is the table family a term reads. */
export type MetricSource = "run" | "exception" | "measure" | "event" | "feed_count" | "rejected_event" | "feed";

/** FlowTerm aggregates the rows whose instant `at` lies in the range; `sql` may use the derived columns of its source. */
export interface FlowTerm {
  readonly form: "flow";
  readonly source: Exclude<MetricSource, "feed">;
  /** Column or derived column that puts a row into a bucket. */
  readonly at: string;
  readonly sql: string;
}

/** SpanTerm counts rows at an instant t: those with `enter` < t <= `leave`, both in epoch milliseconds. */
export interface SpanTerm {
  readonly form: "span";
  readonly source: "run" | "exception";
  readonly enter: string;
  readonly leave: string;
  /** Decimal summed instead of 1. */
  readonly weight?: string;
}

/** FeedTerm is a figure of the feeds in scope, compiled by its own statements. */
export interface FeedTerm {
  readonly form: "feed";
  readonly source: "feed";
  readonly figure: "silence" | "measured_slices" | "expected_slices";
}

/** Term is one number taken from one source. */
export type Term = FlowTerm | SpanTerm | FeedTerm;

/**
 * Formula says how terms become the value: `sum` adds them (0 when empty), `ratio` divides (null when the denominator is 0),
 * `rest` is what a ratio leaves of 1,
 * `share` divides sums of terms of several sources, what is counted twice taken away and never below 0; `figure` takes an aggregate as
 * it is (null without sample).
 */
export type Formula =
  | { readonly form: "sum"; readonly of: readonly Term[] }
  | { readonly form: "ratio"; readonly of: Term; readonly over: Term; readonly times?: number }
  | { readonly form: "rest"; readonly of: Term; readonly over: Term }
  | {
      readonly form: "share";
      readonly of: readonly Term[];
      readonly minus: readonly Term[];
      readonly over: readonly Term[];
    }
  | { readonly form: "figure"; readonly figure: Term; readonly sample: Term };

/** MetricDefinition is one declared entry of the catalogue. */
export interface MetricDefinition {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  /** count, ratio, seconds, money, per_minute, per_1000, minutes, factor or `measure` (the unit of the measure itself). */
  readonly unit: string;
  /** The words shown under "how is this computed". */
  readonly formulaWords: string;
  readonly formula: Formula;
  readonly moment: Moment;
  readonly better: Direction;
  readonly dimensions: readonly Dimension[];
  readonly decimals: number;
  /** Dimensions its rows must never be added across; they join the key by themselves. */
  readonly splitBy?: readonly ("CURRENCY" | "MEASURE")[];
}
