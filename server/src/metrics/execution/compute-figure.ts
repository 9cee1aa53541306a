import type { MetricDefinition, Term } from "../metric-definition.js";
import type { Figure } from "./metric-answer.js";

/** EMPTY_FIGURE is where nothing can be known: a bucket that has not begun. */
export const EMPTY_FIGURE: Figure = { value: null, numerator: null, denominator: null, nullReason: "NO_ROWS" };

/** computeFigure turns what the engine answered for a metric's terms into its value; undefined = the engine had no row. */
export function computeFigure(metric: MetricDefinition, read: (term: Term) => number | null | undefined): Figure {
  const { formula } = metric;
  if (formula.form === "sum") {
    const value = formula.of.reduce((sum, term) => sum + (read(term) ?? 0), 0);
    return { value, numerator: value, denominator: null, nullReason: null };
  }
  if (formula.form === "ratio" || formula.form === "rest") {
    const denominator = read(formula.over);
    const numerator = read(formula.of) ?? 0;
    if (denominator == null)
      return { value: null, numerator, denominator: 0, nullReason: numerator === 0 ? "NO_ROWS" : "ZERO_DENOMINATOR" };
    if (denominator === 0) return { value: null, numerator, denominator, nullReason: "ZERO_DENOMINATOR" };
    const ratio = numerator / denominator;
    const value = formula.form === "rest" ? 1 - ratio : ratio * (formula.times ?? 1);
    return { value, numerator, denominator, nullReason: null };
  }
  if (formula.form === "share") {
    const add = (terms: readonly Term[]) => terms.reduce((sum, term) => sum + (read(term) ?? 0), 0);
    const numerator = Math.max(0, add(formula.of) - add(formula.minus));
    const denominator = add(formula.over);
    if (denominator > 0) return { value: numerator / denominator, numerator, denominator, nullReason: null };
    return { value: null, numerator, denominator, nullReason: numerator === 0 ? "NO_ROWS" : "ZERO_DENOMINATOR" };
  }
  const value = read(formula.figure) ?? null;
  const sample =
    formula.sample === formula.figure || formula.sample.form === "feed" ? null : (read(formula.sample) ?? 0);
  return { value, numerator: null, denominator: sample, nullReason: value === null ? "NO_ROWS" : null };
}
