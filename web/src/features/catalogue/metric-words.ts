import type { Direction, Moment } from "../../graphql/operations.js";
import type { CatalogMetric } from "../../metrics/catalog-query.js";

/** directionWords says which way is better. */
export const directionWords: Readonly<Record<Direction, string>> = {
  HIGHER: "higher is better",
  LOWER: "lower is better",
  NEITHER: "neither way is better",
};

/** momentWords says by which instant a row is counted. */
export const momentWords: Readonly<Record<Moment, string>> = {
  STARTED: "when it started",
  FINISHED: "when it ended",
  DUE: "at its deadline",
  DECIDED: "when it was decided: at its end or its deadline, whichever came first",
  INSTANT: "as it stands at the end of the range",
  RECORDED: "at the time of the event",
};

const unitWords: Readonly<Record<string, string>> = {
  count: "a count",
  ratio: "a share, 0 to 100 %",
  seconds: "a duration",
  minutes: "minutes",
  money: "money, each currency apart",
  per_minute: "a rate a minute",
  per_1000: "a rate per 1,000",
  score: "a score, 0 to 100",
  index: "an index",
  times: "times",
  measure: "the unit of the measure",
};

/** renderUnit says a unit of the catalogue in words. */
export function renderUnit(unit: string): string {
  return unitWords[unit] ?? unit;
}

/** renderEmptyValue says what a metric is when there are no rows. */
export function renderEmptyValue(metric: Pick<CatalogMetric, "emptyValue">): string {
  return metric.emptyValue === null ? "n/a, with the reason: nothing is never called good" : String(metric.emptyValue);
}
