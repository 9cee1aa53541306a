import { queryOptions } from "@tanstack/react-query";
import { MetricCatalogDocument, type MetricCatalogQuery } from "../graphql/operations.js";
import { request } from "../graphql/request.js";

/** CatalogMetric is a metric with its meaning and formula. */
export type CatalogMetric = MetricCatalogQuery["metricCatalog"][number];

/** catalogQuery asks for the catalogue of metrics, which changes with the server only. */
export const catalogQuery = queryOptions({
  queryKey: ["metric-catalog"],
  queryFn: async ({ signal }): Promise<readonly CatalogMetric[]> =>
    (await request(MetricCatalogDocument, {}, signal)).metricCatalog,
  staleTime: Infinity,
});
