import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Direction } from "../../../graphql/operations.js";
import { catalogQuery } from "../../../metrics/catalog-query.js";

/** MetricFacts is what the catalogue says of a metric that drawing it needs. */
export interface MetricFacts {
  readonly title: string;
  readonly unit: string;
  readonly better: Direction;
}

/** useMetricFacts answers what the catalogue says of a metric; until it is known, that neither way is better. It stays the same function while the catalogue does. */
export function useMetricFacts(): (metric: string) => MetricFacts {
  const catalog = useQuery(catalogQuery).data;
  return useCallback(
    (metric) => catalog?.find(({ id }) => id === metric) ?? { title: metric, unit: "count", better: "NEITHER" },
    [catalog],
  );
}
