import type { DerivedFormula } from "./derived-formula.js";
import type { Dimension, Direction, Moment, NullReason } from "./metric-words.js";

/**
 * MetricSource is the table family a term reads. `change`, `run_minute`, `raised_exception`, `decision`, `step` and
 * `correlation` are put together from tables by `buildSourceTable`: one row a change, a minute of a source, an exception with what was seen
 * before it, a decision with its review, a step with its run, the runs of one workflow with one correlation.
 */
export type MetricSource =
  | "run"
  | "exception"
  | "measure"
  | "event"
  | "feed_count"
  | "rejected_event"
  | "out_of_sequence"
  | "feed"
  | "change"
  | "run_minute"
  | "raised_exception"
  | "decision"
  | "step"
  | "correlation";

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

/**
 * AgedTerm aggregates rows by their age at an instant t: those open at t, and with `ended` also those that left in the range.
 * `sql` may use `age_seconds` (until t, or until it was left), `is_open` and the derived columns of its source.
 */
export interface AgedTerm {
  readonly form: "aged";
  readonly source: "run" | "exception";
  readonly enter: string;
  readonly leave: string;
  readonly population: "open" | "ended_and_open";
  readonly sql: string;
}

/** DriftTerm compares how decisions are spread in the range with the reference window before it. */
export interface DriftTerm {
  readonly form: "drift";
  readonly source: "decision";
  readonly figure: "greatest" | "confidence" | "action" | "made" | "reference";
}

/** Term is one number taken from one source. */
export type Term = FlowTerm | SpanTerm | FeedTerm | AgedTerm | DriftTerm;

/** FormulaPart is a number shown beside a value that says what it is made of. */
export interface FormulaPart {
  readonly id: string;
  readonly title: string;
  readonly term: Term;
}

/**
 * Formula says how terms become the value: `sum` adds them (0 when empty), `ratio` divides (null when the denominator is 0), `rest` is
 * what a ratio leaves of 1, `share` divides sums of terms of several sources, what is counted twice taken away and never below 0; `figure`
 * takes an aggregate as it is (null without sample, for `nullReason` when there is a sample); `unmeasured` says why there can be no value
 * yet; `derived` is computed from other metrics.
 */
export type Formula =
  | { readonly form: "sum"; readonly of: readonly Term[]; readonly parts?: readonly FormulaPart[] }
  | { readonly form: "ratio"; readonly of: Term; readonly over: Term; readonly times?: number }
  | { readonly form: "rest"; readonly of: Term; readonly over: Term }
  | {
      readonly form: "share";
      readonly of: readonly Term[];
      readonly minus: readonly Term[];
      readonly over: readonly Term[];
    }
  | {
      readonly form: "figure";
      readonly figure: Term;
      readonly sample: Term;
      readonly parts?: readonly FormulaPart[];
      readonly nullReason?: NullReason;
    }
  | { readonly form: "unmeasured"; readonly reason: NullReason }
  | DerivedFormula;

/** MetricDefinition is one declared entry of the catalogue. */
export interface MetricDefinition {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  /** count, ratio, seconds, minutes, money, per_minute, per_1000, score, index, times or `measure` (the unit of the measure itself). */
  readonly unit: string;
  /** The words shown under "how is this computed". */
  readonly formulaWords: string;
  readonly formula: Formula;
  readonly moment: Moment;
  readonly better: Direction;
  readonly dimensions: readonly Dimension[];
  readonly decimals: number;
  /** Judges, so it has no value where less than the floor of coverage was measured: unmeasured is neither good nor bad. */
  readonly needsCoverage?: boolean;
  /** Dimensions its rows must never be added across; they join the key by themselves. */
  readonly splitBy?: readonly ("CURRENCY" | "MEASURE" | "STEP")[];
}
