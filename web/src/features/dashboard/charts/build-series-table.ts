import type { LinesChartData } from "../../../charts/lines-chart-data.js";
import type { PanelTable } from "../../../ui/panel-tools.js";

/** buildSeriesTable writes lines as plain rows, newest first, with a column for each line; a gap says why. */
export function buildSeriesTable(data: LinesChartData, unit: string): PanelTable {
  const instants = [...new Set(data.lines.flatMap(({ points }) => points.map(({ at }) => at)))].sort((a, b) => b - a);
  return {
    columns: [{ title: "From" }, ...data.lines.map(({ title }) => ({ title, isNumber: true }))],
    rows: instants.map((at) => [
      { at: new Date(at).toISOString() },
      ...data.lines.map(({ points }) => {
        const point = points.find((each) => each.at === at);
        if (point === undefined) return { value: null, reason: "nothing in this range" };
        if (point.value === null) return { value: null, reason: point.words.replace(/^n\/a: /, "") };
        return { value: point.value, unit: unit === "count" ? "" : unit, text: point.words };
      }),
    ]),
  };
}
