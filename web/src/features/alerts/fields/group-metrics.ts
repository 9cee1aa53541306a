import type { CatalogMetric } from "../../../metrics/catalog-query.js";

/** MetricFamily is a family of the catalogue with its metrics by title. */
export interface MetricFamily {
  readonly family: string;
  readonly metrics: readonly CatalogMetric[];
}

/** groupMetrics orders the catalogue by family and title; with `unit` only metrics of that unit. */
export function groupMetrics(catalog: readonly CatalogMetric[], unit: string | null): readonly MetricFamily[] {
  const families = new Map<string, CatalogMetric[]>();
  for (const metric of catalog)
    if (unit === null || metric.unit === unit)
      families.set(metric.family, [...(families.get(metric.family) ?? []), metric]);
  return [...families].map(([family, metrics]) => ({
    family,
    metrics: metrics.sort((left, right) => left.title.localeCompare(right.title)),
  }));
}
