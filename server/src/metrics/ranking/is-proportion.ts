import type { MetricDefinition } from "../metric-definition.js";

/** isProportion tells whether a metric is the share of counted rows that are something: then it has an interval and can be ranked by it. */
export function isProportion({ formula, unit }: MetricDefinition): boolean {
  if (formula.form !== "ratio" || unit !== "ratio" || formula.times !== undefined) return false;
  const { of, over } = formula;
  return (
    of.form === "flow" &&
    over.form === "flow" &&
    of.source === over.source &&
    of.at === over.at &&
    of.sql.startsWith("countIf(") &&
    over.sql.startsWith("count")
  );
}
