import type { MetricAssumptions } from "./settings/metric-assumptions.js";
import type { Dimension, NullReason } from "./metric-words.js";

/** LOOKED_AT stands in `inputs` for the metric that the question names as `lookedAt`. */
export const LOOKED_AT = "(looked at)";
/** DEFAULT_LOOKED_AT is what is compared between stores when the question names nothing. */
export const DEFAULT_LOOKED_AT = "on_time_rate";

/** FigurePart is one named number a value is made of; `weight` where it is weighted. */
export interface FigurePart {
  readonly id: string;
  readonly title: string;
  readonly value: number | null;
  readonly weight: number | null;
}

/** InputFigure is the value of an input with what it was computed from. */
export interface InputFigure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** InputGroup is one group of the inputs: where it belongs, and its figures ("" = without that dimension). */
export interface InputGroup {
  find(dimension: string): string;
  /** The figure of an input; without rows its value is null (0 for counts). */
  read(metric: string): InputFigure;
}

/** DerivedGroup is one group of the answer with the groups of the inputs that belong to it. */
export interface DerivedGroup {
  find(dimension: string): string;
  readonly inputs: readonly InputGroup[];
}

/** DerivedFigure is what a derived metric says of a group. */
export interface DerivedFigure extends InputFigure {
  readonly nullReason: NullReason | null;
  readonly intervalLow?: number;
  readonly intervalHigh?: number;
  readonly currency?: string;
  readonly parts?: readonly FigurePart[];
}

/** DerivedGiven is what a computation may need beside its inputs. */
export interface DerivedGiven {
  readonly lookedAt: string;
  /** Which way is better for the metric looked at. */
  readonly isHigherBetter: boolean;
  readonly minimumSample: number;
  readonly assumptions: MetricAssumptions;
  /** Length of what is computed, in days. */
  readonly days: number;
}

/** DerivedFormula computes a metric from groups of other metrics, which are asked for with the dimensions `over` besides those of the question. */
export interface DerivedFormula {
  readonly form: "derived";
  readonly inputs: readonly string[];
  readonly over: readonly Dimension[];
  /** Dimensions without which the metric says nothing. */
  readonly needs?: readonly Dimension[];
  /** compute returns a figure for each group, in their order. It is asked once for the range and once for each bucket. */
  compute(groups: readonly DerivedGroup[], given: DerivedGiven): readonly DerivedFigure[];
}

/** listInputs returns the ids a derived metric is computed from. */
export function listInputs(formula: DerivedFormula, lookedAt: string): readonly string[] {
  return formula.inputs.map((id) => (id === LOOKED_AT ? lookedAt : id));
}

/** EMPTY_INPUT is the figure of a group that has no rows. */
export const EMPTY_INPUT: InputFigure = { value: null, numerator: null, denominator: null };
