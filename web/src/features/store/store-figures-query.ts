import { metricsQuery } from "../../metrics/metrics-query.js";
import type { TimeRange } from "../../time-range/time-range.js";

/** storeMetrics lists the figures of a store in their order. */
export const storeMetrics = [
  "sla_attainment",
  "runs_open",
  "sla_overdue",
  "duration_p95",
  "failure_rate",
  "exceptions_open",
  "coverage",
] as const;

/** StoreQuestion names a store and a time. */
export interface StoreQuestion {
  readonly client: string;
  readonly store: string;
  readonly range: TimeRange;
  readonly timeZone: string;
}

/** storeFiguresQuery asks for the figures of one store and what they were before. */
export function storeFiguresQuery(question: StoreQuestion) {
  const { client, store, range, timeZone } = question;
  return metricsQuery(
    {
      metrics: storeMetrics,
      filter: { clients: [client], stores: [store] },
      range,
      timeZone,
      compareTo: "PREVIOUS_PERIOD",
    },
    { stores: [{ client, store }], clockMs: 15_000 },
  );
}

/** storeMoneyQuery asks for the money at risk in one store by currency. */
export function storeMoneyQuery(question: StoreQuestion) {
  const { client, store, range, timeZone } = question;
  return metricsQuery(
    {
      metrics: ["money_at_risk"],
      filter: { clients: [client], stores: [store] },
      range,
      timeZone,
      groupBy: ["CURRENCY"],
    },
    { stores: [{ client, store }], clockMs: 15_000 },
  );
}
