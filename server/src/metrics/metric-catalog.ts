import { BUDGET_METRICS } from "./catalogue/budget-metrics.js";
import { VALUE_METRICS } from "./catalogue/value-metrics.js";
import { DECISION_METRICS } from "./catalogue/decision-metrics.js";
import { HEALTH_METRICS } from "./catalogue/health-metrics.js";
import { CONSISTENCY_METRICS } from "./catalogue/consistency-metrics.js";
import { AVAILABILITY_METRICS } from "./catalogue/availability-metrics.js";
import { POSTING_METRICS } from "./catalogue/posting-metrics.js";
import { PROMOTION_METRICS } from "./catalogue/promotion-metrics.js";
import { BUSINESS_METRICS } from "./catalogue/business-metrics.js";
import { DELTA_METRICS } from "./catalogue/delta-metrics.js";
import { EXCEPTION_AGE_METRICS } from "./catalogue/exception-age-metrics.js";
import { APPROVAL_METRICS } from "./catalogue/approval-metrics.js";
import { AGE_METRICS } from "./catalogue/age-metrics.js";
import { EXCEPTION_METRICS } from "./catalogue/exception-metrics.js";
import { FEED_METRICS } from "./catalogue/feed-metrics.js";
import { INTAKE_METRICS } from "./catalogue/intake-metrics.js";
import { CHECK_METRICS, MEASURE_METRICS } from "./catalogue/measure-metrics.js";
import { PROMISE_METRICS } from "./catalogue/promise-metrics.js";
import { RUN_METRICS } from "./catalogue/run-metrics.js";
import { STEP_METRICS } from "./catalogue/step-metrics.js";
import { listInputs } from "./derived-formula.js";
import type { MetricDefinition, Term } from "./metric-definition.js";

/** METRIC_FAMILIES is every metric there is by family, in the order in which people are shown them; a file of the catalogue is one entry. */
export const METRIC_FAMILIES: readonly { readonly title: string; readonly metrics: readonly MetricDefinition[] }[] = [
  { title: "Runs", metrics: RUN_METRICS },
  { title: "Steps", metrics: STEP_METRICS },
  { title: "Ages", metrics: AGE_METRICS },
  { title: "Promises", metrics: PROMISE_METRICS },
  { title: "Error budgets", metrics: BUDGET_METRICS },
  { title: "Approvals and tasks", metrics: APPROVAL_METRICS },
  { title: "Promotions and changes", metrics: PROMOTION_METRICS },
  { title: "Posting and close", metrics: POSTING_METRICS },
  { title: "Exceptions", metrics: EXCEPTION_METRICS },
  { title: "How long and how bad exceptions are", metrics: EXCEPTION_AGE_METRICS },
  { title: "Checks", metrics: CHECK_METRICS },
  { title: "Differences", metrics: DELTA_METRICS },
  { title: "Measures", metrics: MEASURE_METRICS },
  { title: "Stock, queues, interfaces and sales", metrics: BUSINESS_METRICS },
  { title: "Feeds and coverage", metrics: FEED_METRICS },
  { title: "Availability", metrics: AVAILABILITY_METRICS },
  { title: "Intake", metrics: INTAKE_METRICS },
  { title: "Decisions", metrics: DECISION_METRICS },
  { title: "Consistency across stores", metrics: CONSISTENCY_METRICS },
  { title: "Health", metrics: HEALTH_METRICS },
  { title: "Value", metrics: VALUE_METRICS },
];

/** METRIC_CATALOG is every metric there is, in that order. */
export const METRIC_CATALOG: readonly MetricDefinition[] = METRIC_FAMILIES.flatMap(({ metrics }) => metrics);

const byId = new Map(METRIC_CATALOG.map((metric) => [metric.id, metric]));

/** findMetric returns the entry of the catalogue, or undefined for an unknown id. */
export function findMetric(id: string): MetricDefinition | undefined {
  return byId.get(id);
}

const familyById = new Map(
  METRIC_FAMILIES.flatMap(({ title, metrics }) => metrics.map(({ id }) => [id, title] as const)),
);

/** findFamily returns the title of the family of a metric; "" for an id that is not in the catalogue. */
export function findFamily(id: string): string {
  return familyById.get(id) ?? "";
}

/** readTerms lists the terms a metric is made of; one that is derived has none of its own. */
export function readTerms(metric: MetricDefinition): readonly Term[] {
  const { formula } = metric;
  if (formula.form === "derived" || formula.form === "unmeasured") return [];
  if (formula.form === "share") return [...formula.of, ...formula.minus, ...formula.over];
  if (formula.form === "ratio" || formula.form === "rest") return [formula.of, formula.over];
  const parts = (formula.parts ?? []).map((part) => part.term);
  return formula.form === "sum" ? [...formula.of, ...parts] : [formula.figure, formula.sample, ...parts];
}

/** readAllTerms lists the terms of a metric and of those it is derived from. Throws when one of them is not in the catalogue. */
export function readAllTerms(metric: MetricDefinition, lookedAt: string): readonly Term[] {
  if (metric.formula.form !== "derived") return readTerms(metric);
  return listInputs(metric.formula, lookedAt).flatMap((id) => readAllTerms(getMetric(id), lookedAt));
}

/** getMetric returns the entry of the catalogue. Throws for an unknown id. */
export function getMetric(id: string): MetricDefinition {
  const metric = findMetric(id);
  if (metric === undefined) throw new Error(`There is no metric "${id}".`);
  return metric;
}
