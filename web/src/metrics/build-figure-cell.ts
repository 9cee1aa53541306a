import { formatNullReason } from "../format/format-null-reason.js";
import type { TableCell } from "../ui/panel-tools.js";
import type { MetricFigure } from "./metrics-query.js";

/** buildFigureCell makes a cell of a panel's table of a figure: exact, with its unit, or the reason why there is none. */
export function buildFigureCell(figure: MetricFigure | undefined, render: (value: number) => string): TableCell {
  if (figure === undefined) return { value: null, reason: "not asked for" };
  const { value, currency, unit } = figure;
  if (value === null) return { value, reason: formatNullReason(figure.nullReason) };
  return { value, unit: currency ?? chooseUnit(unit), text: render(value) };
}

function chooseUnit(unit: string): string {
  if (unit === "seconds") return "s";
  return unit === "count" ? "" : unit;
}
