import { METRIC_CATALOG, readTerms } from "../metrics/metric-catalog.js";
import { findRollupColumn, findSpread } from "./find-rollup-column.js";

/** listRolledMetrics returns the ids of the metrics all of whose terms are counted by hour, or spread by hour. */
export function listRolledMetrics(): string[] {
  return METRIC_CATALOG.filter((metric) => {
    const terms = readTerms(metric);
    const isRolled = terms.every(
      (term) => term.form === "flow" && (findRollupColumn(term) !== undefined || findSpread(term) !== undefined),
    );
    // Derived metrics have no terms of their own.
    return terms.length > 0 && isRolled;
  }).map((metric) => metric.id);
}
