import type { PanelTable } from "../../ui/panel-tools.js";
import type { MetricFamily } from "./find-metrics.js";
import { directionWords, renderUnit } from "./metric-words.js";

const titles = ["Family", "Id", "Title", "Meaning", "Formula", "Unit", "Direction"];

/** buildCatalogueTable writes metrics as plain rows, as they are listed. */
export function buildCatalogueTable(families: readonly MetricFamily[]): PanelTable {
  return {
    columns: titles.map((title) => ({ title })),
    rows: families.flatMap((family) =>
      family.metrics.map((metric) => [
        family.title,
        metric.id,
        metric.title,
        metric.meaning,
        metric.formula,
        renderUnit(metric.unit),
        directionWords[metric.better],
      ]),
    ),
  };
}
