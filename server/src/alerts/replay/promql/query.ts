import type { LabelMatcher } from "../../mute/label-matcher.js";

/** Selector asks for series; with a range for their samples. Durations are seconds. */
export interface Selector {
  readonly kind: "selector";
  readonly name: string;
  readonly matchers: readonly LabelMatcher[];
  readonly offset: number;
  readonly range: number | null;
}

/** BinaryQuery combines two sides; `on` and `ignoring` say by which labels elements belong together. */
export interface BinaryQuery {
  readonly kind: "binary";
  readonly op: string;
  readonly isBool: boolean;
  readonly matching: { readonly isOn: boolean; readonly labels: readonly string[] } | null;
  readonly left: Query;
  readonly right: Query;
}

/** Query is the part of PromQL that scenario files are written in. */
export type Query =
  | { readonly kind: "number"; readonly value: number }
  | Selector
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Query[] }
  | {
      readonly kind: "aggregate";
      readonly op: string;
      readonly isWithout: boolean;
      readonly labels: readonly string[];
      readonly argument: Query;
    }
  | BinaryQuery
  | { readonly kind: "negate"; readonly argument: Query };
