import type { TimeChartData } from "../../charts/time-chart-data.js";
import type { SeriesAnswer } from "../../metrics/series-query.js";
import type { PanelTable, TableCell } from "../../ui/panel-tools.js";
import type { TrendMetric } from "./trend-metric.js";

const units: Readonly<Record<TrendMetric["kind"], string>> = { duration: "s", ratio: "ratio", count: "" };

/** buildTrendTable writes a chart as plain rows, newest first: what was measured with numerator, denominator and coverage; a gap says why. */
export function buildTrendTable(answer: SeriesAnswer, data: TimeChartData, metric: TrendMetric): PanelTable {
  const series = answer.groups[0]?.values.find((value) => value.metric === metric.id)?.series ?? [];
  const pointAt = new Map(series.map((point) => [Date.parse(point.at), point]));
  const unit = units[metric.kind];
  return {
    columns: [
      { title: "From" },
      ...[metric.words, "Numerator", "Denominator", "Coverage"].map((title) => ({ title, isNumber: true })),
    ],
    rows: [...data.points].reverse().map(({ at, value, lines }) => {
      const point = pointAt.get(at);
      const shown: TableCell =
        value === null
          ? { value, reason: lines[1]?.split(": ").at(-1) ?? "nothing in this range" }
          : { value, unit, text: metric.format(value) };
      return [
        { at: new Date(at).toISOString() },
        shown,
        buildCount(point?.numerator),
        buildCount(point?.denominator),
        buildCount(point?.coverage, "ratio"),
      ];
    }),
  };
}

function buildCount(value: number | null | undefined, unit = ""): TableCell {
  return value === null || value === undefined ? "" : { value, unit };
}
