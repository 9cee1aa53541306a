import { DEFAULT_LOOKED_AT } from "../derived-formula.js";
import { listAssumptionNames } from "../list-assumption-names.js";
import { findFamily, readAllTerms } from "../metric-catalog.js";
import type { MetricDefinition } from "../metric-definition.js";
import type { Metric } from "./metric.type.js";

/** renderMetric shows an entry of the catalogue as it is asked for. */
export function renderMetric(metric: MetricDefinition): Metric {
  const [term] = readAllTerms(metric, DEFAULT_LOOKED_AT);
  return {
    ...metric,
    family: findFamily(metric.id),
    assumptions: listAssumptionNames(metric),
    formula: metric.formulaWords,
    source: term?.source ?? "",
    emptyValue: metric.formula.form === "sum" ? 0 : null,
  };
}
