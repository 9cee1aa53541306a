import { readTerms } from "../metric-catalog.js";
import type { MetricDefinition } from "../metric-definition.js";
import type { Metric } from "./metric.type.js";

/** renderMetric shows an entry of the catalogue as it is asked for. */
export function renderMetric(metric: MetricDefinition): Metric {
  const [term] = readTerms(metric);
  return {
    ...metric,
    formula: metric.formulaWords,
    source: term?.source ?? "",
    emptyValue: metric.formula.form === "sum" ? 0 : null,
  };
}
