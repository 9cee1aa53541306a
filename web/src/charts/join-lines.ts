import type { LinesChartData } from "./lines-chart-data.js";

/** LineRow is one instant of all lines: `line0`, `line1` and so on are their values, `lines` the words of the tooltip. */
export interface LineRow {
  readonly at: number;
  readonly lines: readonly string[];
  readonly [line: `line${number}`]: number | null;
}

/** joinLines puts the points of all lines into one row an instant, because the chart draws rows; a line without a point there has a gap. */
export function joinLines(data: LinesChartData): readonly LineRow[] {
  const instants = [...new Set(data.lines.flatMap(({ points }) => points.map(({ at }) => at)))].sort((a, b) => a - b);
  const points = data.lines.map((line) => new Map(line.points.map((point) => [point.at, point])));
  return instants.map((at) => {
    const words = data.lines.flatMap(({ title }, index) => {
      const point = points[index]?.get(at);
      return point === undefined ? [] : [`${title}: ${point.words}`];
    });
    const values = Object.fromEntries(
      points.map((byInstant, index) => [`line${index}`, byInstant.get(at)?.value ?? null]),
    );
    return { at, lines: [data.bucketWords[at] ?? "", ...words], ...values };
  });
}
