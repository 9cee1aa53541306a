import type { ChartLine } from "../../../charts/lines-chart-data.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import type { PanelSeriesAnswer } from "../ask/panel-queries.js";

/**
 * shapeEarlier lays the series of an earlier range under the one line that is shown, bucket by bucket in their order, as periods differ in length. Undefined
 * where nothing of it was measured.
 */
export function shapeEarlier(line: ChartLine, earlier: PanelSeriesAnswer, title: string): ChartLine | undefined {
  const values = earlier.groups.flatMap((group) => group.values);
  const value = values.find(({ metric, currency }) => line.id.startsWith(`${metric} ${currency ?? ""} `));
  const coverage = values.find(({ metric }) => metric === "coverage")?.series ?? [];
  const points = line.points.flatMap(({ at }, index) => {
    const point = value?.series?.[index];
    if (value === undefined || point === undefined) return [];
    const share = coverage[index]?.value ?? null;
    // A bucket in which hardly anything was expected or heard is not zero.
    const shown = coverage.length > 0 && (share === null || share < 0.5) ? null : point.value;
    return [{ at, value: shown, words: shown === null ? "n/a: not measured" : formatFigure(shown, value) }];
  });
  if (points.every(({ value: shown }) => shown === null)) return undefined;
  return { id: `${line.id} earlier`, title, points, isEarlier: true };
}
