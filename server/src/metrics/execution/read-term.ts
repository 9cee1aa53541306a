import type { MetricDefinition, Term } from "../metric-definition.js";
import type { FigureGroup, FigureTable } from "./figure-table.js";
import type { Plan } from "./plan-metrics.js";

/** Answered is the joined rows of one range, and the plans that say where each term is. */
export interface Answered {
  readonly table: FigureTable;
  readonly plans: readonly Plan[];
}

/** findAlias returns the column in which a term of a metric was answered. */
export function findAlias(answered: Answered, metric: MetricDefinition, term: Term): string | undefined {
  return answered.plans.find((plan) => plan.metrics.includes(metric.id) && plan.columnOf.has(term))?.columnOf.get(term);
}

/** readTerm returns what a group was answered for a term, of the whole range or of a bucket; undefined = no row. */
export function readTerm(
  answered: Answered,
  group: FigureGroup | undefined,
  metric: MetricDefinition,
  term: Term,
  bucket?: number,
): number | null | undefined {
  const alias = findAlias(answered, metric, term);
  const figures = alias === undefined ? undefined : group?.figures.get(alias);
  return bucket === undefined ? figures?.total : figures?.buckets.get(bucket);
}
