import type { ScopeFilterInput } from "../../graphql/operations.js";
import { metricsQuery } from "../../metrics/metrics-query.js";
import type { TimeRange } from "../../time-range/time-range.js";

interface HeadlineQuestion {
  readonly filter: ScopeFilterInput;
  readonly range: TimeRange;
  readonly timeZone: string;
}

/** moneyQuery asks for the money at risk now, split by currency. */
export function moneyQuery(question: HeadlineQuestion) {
  return metricsQuery(
    { ...question, metrics: ["money_at_risk"], groupBy: ["CURRENCY"] },
    { everyMs: 2_000, clockMs: 15_000 },
  );
}

/** coverageQuery asks which share of the range was measured. */
export function coverageQuery(question: HeadlineQuestion) {
  return metricsQuery({ ...question, metrics: ["coverage"] }, { everyMs: 10_000, clockMs: 30_000 });
}
