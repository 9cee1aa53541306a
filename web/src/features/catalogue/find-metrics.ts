import type { CatalogMetric } from "../../metrics/catalog-query.js";

/** MetricFamily is one chapter of the catalogue. */
export interface MetricFamily {
  readonly title: string;
  readonly metrics: readonly CatalogMetric[];
}

type Searched = Pick<CatalogMetric, "id" | "title" | "meaning" | "formula" | "family">;

/** findMetrics finds the metrics whose words contain each word that was typed, by family in the order of the catalogue; a title counts before a meaning. */
export function findMetrics(catalogue: readonly CatalogMetric[], text: string): readonly MetricFamily[] {
  const wanted = text
    .toLowerCase()
    .split(/[\s_]+/)
    .filter((word) => word !== "");
  const found = catalogue.filter((metric) => wanted.every((word) => renderText(metric).includes(word)));
  const families = new Map<string, CatalogMetric[]>();
  for (const metric of found) families.set(metric.family, [...(families.get(metric.family) ?? []), metric]);
  const isNamed = (metric: CatalogMetric): boolean =>
    wanted.every((word) => `${metric.title} ${metric.id}`.toLowerCase().includes(word));
  return [...families].map(([title, metrics]) => ({
    title,
    metrics: [...metrics.filter(isNamed), ...metrics.filter((metric) => !isNamed(metric))],
  }));
}

function renderText(metric: Searched): string {
  const { id, title, meaning, formula, family } = metric;
  return `${id} ${title} ${meaning} ${formula} ${family}`.toLowerCase();
}
