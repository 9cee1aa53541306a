import type { MetricFigure } from "./metrics-query.js";

/** findFigure finds a metric's value in a group. */
export function findFigure(values: readonly MetricFigure[], metric: string): MetricFigure | undefined {
  return values.find((value) => value.metric === metric);
}
