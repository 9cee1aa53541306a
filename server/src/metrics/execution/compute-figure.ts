import type { FigurePart } from "../derived-formula.js";
import type { FormulaPart, MetricDefinition, Term } from "../metric-definition.js";
import { buildWilsonInterval } from "../ranking/build-wilson-interval.js";
import { isProportion } from "../ranking/is-proportion.js";
import type { Figure } from "./metric-answer.js";

/** EMPTY_FIGURE is where nothing can be known: a bucket that has not begun. */
export const EMPTY_FIGURE: Figure = { value: null, numerator: null, denominator: null, nullReason: "NO_ROWS" };

type Read = (term: Term) => number | null | undefined;

/** computeFigure turns what the engine answered for a metric's terms into its value; undefined = the engine had no row. Derived metrics have no terms and no value here. */
export function computeFigure(metric: MetricDefinition, read: Read): Figure {
  const { formula } = metric;
  switch (formula.form) {
    case "sum": {
      const value = formula.of.reduce((sum, term) => sum + (read(term) ?? 0), 0);
      return { value, numerator: value, denominator: null, nullReason: null, ...readParts(formula.parts, read, 0) };
    }
    case "ratio":
      return computeRatio(metric, formula, read);
    case "rest":
      return computeRest(formula, read);
    case "share":
      return computeShare(formula, read);
    case "figure":
      return computeAggregate(formula, read);
    case "unmeasured":
      return { ...EMPTY_FIGURE, nullReason: formula.reason };
    case "derived":
      return EMPTY_FIGURE;
  }
}

type Of<Form extends MetricDefinition["formula"]["form"]> = Extract<MetricDefinition["formula"], { form: Form }>;

function computeRatio(metric: MetricDefinition, formula: Of<"ratio">, read: Read): Figure {
  const denominator = read(formula.over);
  const numerator = read(formula.of) ?? 0;
  if (denominator == null)
    return { value: null, numerator, denominator: 0, nullReason: numerator === 0 ? "NO_ROWS" : "ZERO_DENOMINATOR" };
  if (denominator === 0) return { value: null, numerator, denominator, nullReason: "ZERO_DENOMINATOR" };
  const interval = isProportion(metric) ? buildWilsonInterval(numerator, denominator) : undefined;
  return {
    ...{ value: (numerator / denominator) * (formula.times ?? 1), numerator, denominator, nullReason: null },
    ...(interval === undefined ? {} : { intervalLow: interval.low, intervalHigh: interval.high }),
  };
}

function computeRest({ of, over }: Of<"rest">, read: Read): Figure {
  const [numerator, denominator] = [read(of) ?? 0, read(over) ?? 0];
  if (denominator > 0) return { value: 1 - numerator / denominator, numerator, denominator, nullReason: null };
  return { value: null, numerator, denominator, nullReason: read(over) == null ? "NO_ROWS" : "ZERO_DENOMINATOR" };
}

function computeShare(formula: Of<"share">, read: Read): Figure {
  const add = (terms: readonly Term[]) => terms.reduce((sum, term) => sum + (read(term) ?? 0), 0);
  const numerator = Math.max(0, add(formula.of) - add(formula.minus));
  const denominator = add(formula.over);
  if (denominator > 0) return { value: numerator / denominator, numerator, denominator, nullReason: null };
  return { value: null, numerator, denominator, nullReason: numerator === 0 ? "NO_ROWS" : "ZERO_DENOMINATOR" };
}

function computeAggregate(formula: Of<"figure">, read: Read): Figure {
  const value = read(formula.figure) ?? null;
  const sample =
    formula.sample === formula.figure || formula.sample.form === "feed" ? null : (read(formula.sample) ?? 0);
  const why = sample !== null && sample > 0 ? (formula.nullReason ?? "NO_ROWS") : "NO_ROWS";
  return {
    ...{ value, numerator: null, denominator: sample, nullReason: value === null ? why : null },
    ...(value === null ? {} : readParts(formula.parts, read, null)),
  };
}

function readParts(
  parts: readonly FormulaPart[] | undefined,
  read: Read,
  empty: number | null,
): { parts?: readonly FigurePart[] } {
  if (parts === undefined) return {};
  return { parts: parts.map(({ id, title, term }) => ({ id, title, value: read(term) ?? empty, weight: null })) };
}
