import type { TimeChartData } from "../../charts/time-chart-data.js";

/** buildTrendCsv writes a chart's numbers as CSV with UTC instants; a gap is an empty field. */
export function buildTrendCsv(data: TimeChartData, metric: string): string {
  const rows = data.points.map((point) => `${new Date(point.at).toISOString()},${point.value ?? ""}`);
  return [`at,${metric}`, ...rows, ""].join("\r\n");
}
