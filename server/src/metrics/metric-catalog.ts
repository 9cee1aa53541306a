import { BUDGET_METRICS } from "./catalogue/budget-metrics.js";
import { EXCEPTION_METRICS } from "./catalogue/exception-metrics.js";
import { FEED_METRICS } from "./catalogue/feed-metrics.js";
import { INTAKE_METRICS } from "./catalogue/intake-metrics.js";
import { CHECK_METRICS, MEASURE_METRICS } from "./catalogue/measure-metrics.js";
import { PROMISE_METRICS } from "./catalogue/promise-metrics.js";
import { RUN_METRICS } from "./catalogue/run-metrics.js";
import type { MetricDefinition, Term } from "./metric-definition.js";

/** METRIC_CATALOG is every metric there is, in the order in which people are shown them. */
export const METRIC_CATALOG: readonly MetricDefinition[] = [
  ...RUN_METRICS,
  ...PROMISE_METRICS,
  ...BUDGET_METRICS,
  ...EXCEPTION_METRICS,
  ...CHECK_METRICS,
  ...MEASURE_METRICS,
  ...FEED_METRICS,
  ...INTAKE_METRICS,
];

const byId = new Map(METRIC_CATALOG.map((metric) => [metric.id, metric]));

/** findMetric returns the entry of the catalogue, or undefined for an unknown id. */
export function findMetric(id: string): MetricDefinition | undefined {
  return byId.get(id);
}

/** readTerms lists the terms a metric is made of. */
export function readTerms(metric: MetricDefinition): readonly Term[] {
  const { formula } = metric;
  if (formula.form === "sum") return formula.of;
  if (formula.form === "share") return [...formula.of, ...formula.minus, ...formula.over];
  return formula.form === "ratio" || formula.form === "rest"
    ? [formula.of, formula.over]
    : [formula.figure, formula.sample];
}
