import type { LabelMatcher } from "../../mute/label-matcher.js";

/** TimeShift moves the instant a part of a query looks at: back by an offset, or to a fixed instant (`@`; "query" is that of the evaluation). Milliseconds. */
export interface TimeShift {
  readonly offset: number;
  readonly at: number | "query" | null;
}

/** Selector asks for series. */
export interface Selector extends TimeShift {
  readonly kind: "selector";
  readonly matchers: readonly LabelMatcher[];
}

/** RangeQuery asks for the samples of series over a range, in milliseconds. */
export interface RangeQuery {
  readonly kind: "range";
  readonly selector: Selector;
  readonly range: number;
}

/** Subquery asks a query again and again over a range; without a step at the instants of evaluation. Milliseconds. */
export interface Subquery extends TimeShift {
  readonly kind: "subquery";
  readonly argument: Query;
  readonly range: number;
  readonly step: number | null;
}

/** Matching says by which labels elements of two sides belong together, and on which side many may belong to one. */
export interface Matching {
  readonly isOn: boolean;
  readonly labels: readonly string[];
  readonly group: "left" | "right" | null;
  readonly include: readonly string[];
}

/** BinaryQuery combines two sides. */
export interface BinaryQuery {
  readonly kind: "binary";
  readonly op: string;
  readonly isBool: boolean;
  readonly matching: Matching;
  readonly left: Query;
  readonly right: Query;
}

/** AggregateQuery makes one element of those with the same labels. */
export interface AggregateQuery {
  readonly kind: "aggregate";
  readonly op: string;
  readonly isWithout: boolean;
  readonly labels: readonly string[];
  readonly parameter: Query | null;
  readonly argument: Query;
}

/** CallQuery is a function of arguments. */
export interface CallQuery {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Query[];
}

/** Query is PromQL as Prometheus 2.42 reads it, without native histograms. */
export type Query =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly text: string }
  | Selector
  | RangeQuery
  | Subquery
  | CallQuery
  | AggregateQuery
  | BinaryQuery
  | { readonly kind: "negate"; readonly argument: Query };
