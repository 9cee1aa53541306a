import type { Labels } from "../../instance/fingerprint-labels.js";
import type { SampleRun } from "../sample-series.js";
import type { SampleStore } from "../sample-store.js";

/** VectorElement is one labelled value. */
export interface VectorElement {
  readonly labels: Labels;
  readonly value: number;
}

/** RangeElement are the labelled samples of a range. */
export interface RangeElement extends SampleRun {
  readonly labels: Labels;
}

/** QueryValue is a number, or labelled values. */
export type QueryValue = number | readonly VectorElement[];

/** QueryInstant is the data and the instant at which a query is evaluated, in milliseconds; `lookback` 0 lets a sample hold until the next. */
export interface QueryInstant {
  readonly store: SampleStore;
  readonly at: number;
  readonly lookback: number;
  /** The step of a subquery that names none. */
  readonly step: number;
  /** The instant of the whole query: what `@ start()` and `@ end()` mean, and beyond which nothing has happened yet. */
  readonly queryAt: number;
}

/** toVector makes labelled values of a number. */
export function toVector(value: QueryValue): readonly VectorElement[] {
  return typeof value === "number" ? [{ labels: {}, value }] : value;
}

/** dropName forgets of what series a value is. */
export function dropName({ __name__: _, ...labels }: Labels): Labels {
  return labels;
}

/** mapValue changes every value; what comes of it is no longer the series it was. */
export function mapValue(value: QueryValue, change: (value: number) => number): QueryValue {
  if (typeof value === "number") return change(value);
  return value.map((element) => ({ labels: dropName(element.labels), value: change(element.value) }));
}
