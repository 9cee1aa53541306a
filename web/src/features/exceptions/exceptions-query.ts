import type { ScopeFilterInput } from "../../graphql/operations.js";
import { metricsQuery } from "../../metrics/metrics-query.js";
import type { TimeRange } from "../../time-range/time-range.js";

/** exceptionsQuery asks how many exceptions are open and were raised, by class. */
export function exceptionsQuery(question: { filter: ScopeFilterInput; range: TimeRange; timeZone: string }) {
  return metricsQuery(
    { ...question, metrics: ["exceptions_open", "exceptions_raised"], groupBy: ["EXCEPTION_CLASS"] },
    { everyMs: 2_000 },
  );
}
