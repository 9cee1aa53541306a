import type { SeriesAnswer, SeriesPoint } from "../../metrics/series-query.js";
import { buildTrendTable } from "./build-trend-table.js";
import { shapeTrend } from "../../metrics/shape-trend.js";
import { trendMetrics } from "./trend-metric.js";

const minute = 60_000;
const start = Date.parse("2026-11-21T08:00:00Z");

function point(index: number, value: number | null): SeriesPoint {
  const at = new Date(start + index * 5 * minute).toISOString();
  const nullReason = value === null ? "NO_ROWS" : null;
  return {
    at,
    value,
    numerator: null,
    denominator: null,
    coverage: null,
    nullReason,
    expectedLow: null,
    expectedHigh: null,
    anomalous: false,
  };
}

function answer(values: SeriesPoint[], coverage: SeriesPoint[]): SeriesAnswer {
  const series = [
    { metric: "duration_p95", unit: "seconds", series: values },
    { metric: "coverage", unit: "ratio", series: coverage },
  ];
  return {
    groups: [{ key: [], values: series }],
    interval: { from: new Date(start), to: new Date(start + 32 * minute) },
    bucket: { granularity: "FIVE_MINUTES", lengthMs: 5 * minute, each: "per 5 min" },
    asOf: "",
  };
}

const options = { metric: trendMetrics[0], timeZone: "UTC" };

describe("shapeTrend", () => {
  it("hatches unmeasured time, leaves its value out and never bridges", () => {
    const data = shapeTrend(
      answer(
        [0, 1, 2, 3].map((i) => point(i, 60)),
        [point(0, 1), point(1, 0.2), point(2, 0), point(3, 1)],
      ),
      options,
    );
    expect(data.points.map((entry) => entry.value)).toEqual([60, null, null, 60]);
    expect(data.unmeasured).toEqual([{ from: start + 5 * minute, to: start + 15 * minute }]);
    expect(data.points[1]?.lines).toContain("Duration p95: n/a: not measured");
  });

  it("makes a gap where buckets are missing", () => {
    const data = shapeTrend(answer([point(0, 60), point(4, 60)], []), options);
    expect(data.points.map((entry) => entry.value)).toEqual([60, null, 60]);
  });

  it("says that the newest bucket is still running", () => {
    const data = shapeTrend(answer([point(5, 60), point(6, 60)], []), options);
    expect(data.points.map((entry) => entry.lines[0])).toEqual(["08:25", "08:30, still running"]);
  });

  it("is a table too, newest first, in which a gap says why", () => {
    const series = answer([point(0, 60), point(1, null)], [point(0, 1), point(1, 1)]);
    const table = buildTrendTable(series, shapeTrend(series, options), trendMetrics[0]);
    expect(table.rows).toEqual([
      [{ at: "2026-11-21T08:05:00.000Z" }, { value: null, reason: "nothing happened in this range" }, ...["", "", ""]],
      [{ at: "2026-11-21T08:00:00.000Z" }, { value: 60, unit: "s", text: "1 min" }, "", "", ""],
    ]);
  });
});
