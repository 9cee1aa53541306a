import type { FigurePart } from "../derived-formula.js";
import type { NullReason } from "../metric-words.js";

/** KeyPart is one part of a group's key; id null = rows without that dimension. */
export interface KeyPart {
  readonly dimension: string;
  readonly id: string | null;
  readonly title: string | null;
}

/** Figure is a value with what it was computed from. */
export interface Figure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly nullReason: NullReason | null;
  /** Bounds between which the true value lies: Wilson's for shares of counts, what was stated as a range for estimates. */
  readonly intervalLow?: number | null;
  readonly intervalHigh?: number | null;
  /** What the value is made of, where it is made of parts. */
  readonly parts?: readonly FigurePart[] | null;
  /** Of money that is not split by currency because it is stated in one. */
  readonly currency?: string | null;
}

/** AnsweredPoint is one bucket of a series. */
export interface AnsweredPoint extends Figure {
  readonly at: Date;
  readonly coverage: number | null;
  /** What was expected, where the series is watched; filled in by the anomalies. */
  readonly expectedLow: number | null;
  readonly expectedHigh: number | null;
  readonly anomalous: boolean | null;
  readonly expectedNullReason: NullReason | null;
}

/** AnsweredValue is one metric of one group. */
export interface AnsweredValue extends Figure {
  readonly intervalLow: number | null;
  readonly intervalHigh: number | null;
  readonly parts: readonly FigurePart[] | null;
  readonly metric: string;
  readonly unit: string;
  readonly currency: string | null;
  readonly coverage: number | null;
  readonly previous: number | null;
  /** Why there is nothing to compare with, where a comparison was asked for. */
  readonly previousNullReason: NullReason | null;
  /** How far a watched series is learned; null = it is, or is not watched. */
  readonly learning: string | null;
  readonly series: AnsweredPoint[] | null;
}

/** AnsweredGroup is the values of one key. */
export interface AnsweredGroup {
  readonly key: KeyPart[];
  readonly values: AnsweredValue[];
  /** Place in the ranking asked for; null without one, and below the minimum sample. */
  readonly rank: number | null;
  readonly isBelowSample: boolean;
}

/** MetricAnswer is the answer to a checked question; `groupCount` is how many groups there are before the limit. */
export interface MetricAnswer {
  readonly groups: AnsweredGroup[];
  readonly groupCount: number;
  /** What is not among the groups, put together; empty unless asked for. */
  readonly others: AnsweredGroup[];
  readonly asOf: Date;
  readonly coverage: number | null;
  readonly sql: string | null;
}
