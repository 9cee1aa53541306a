import { queryOptions } from "@tanstack/react-query";
import { MetricAssumptionsDocument, type MetricAssumptionsQuery } from "../graphql/operations.js";
import { request } from "../graphql/request.js";

/** Assumption is what somebody stated that figures are computed with, or what holds while nobody did. */
export type Assumption = MetricAssumptionsQuery["metricAssumptions"][number];

/** assumptionsQuery asks what figures are computed with that no event can tell. */
export const assumptionsQuery = queryOptions({
  queryKey: ["metric-assumptions"],
  queryFn: async ({ signal }): Promise<readonly Assumption[]> =>
    (await request(MetricAssumptionsDocument, {}, signal)).metricAssumptions,
  staleTime: 60_000,
});
