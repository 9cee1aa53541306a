import type { MetricDefinition, Term } from "../metric-definition.js";

/** isAdditive tells whether values of several groups can be put together: counts and sums, and what is divided from them. */
export function isAdditive({ formula }: MetricDefinition): boolean {
  switch (formula.form) {
    case "sum":
      return formula.of.every(isSum);
    case "ratio":
    case "rest":
      return isSum(formula.of) && isSum(formula.over);
    case "share":
      return [...formula.of, ...formula.minus, ...formula.over].every(isSum);
    default:
      return false;
  }
}

function isSum(term: Term): boolean {
  if (term.form === "span") return true;
  if (term.form === "feed") return term.figure !== "silence";
  return term.form === "flow" && /^(count|sum)(If)?\(/.test(term.sql);
}
