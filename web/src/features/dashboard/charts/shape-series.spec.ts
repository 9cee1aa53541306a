import type { PanelSeriesAnswer } from "../ask/panel-queries.js";
import { shapeSeries } from "./shape-series.js";

const hour = 3_600_000;
const from = Date.parse("2026-11-21T00:00:00Z");
const rest = { numerator: null, denominator: null, coverage: null, nullReason: null };

function value(metric: string, unit: string, points: readonly (number | null)[], currency: string | null = null) {
  const series = points.map((point, index) => ({
    ...{ ...rest, at: new Date(from + index * hour).toISOString(), value: point },
  }));
  return { ...{ metric, unit, currency, value: null, ...rest }, series };
}

function answer(groups: PanelSeriesAnswer["groups"]): PanelSeriesAnswer {
  const interval = { from: new Date(from), to: new Date(from + 3 * hour) };
  return { groups, interval, asOf: "", bucket: { granularity: "HOUR", lengthMs: hour, each: "an hour" } };
}

const options = { metrics: ["kept"], timeZone: "UTC", titleOf: () => "Promises kept" };

it("leaves a gap where too little was measured, and hatches it", () => {
  const data = shapeSeries(
    answer([{ key: [], values: [value("kept", "ratio", [0.9, 0.8, null]), value("coverage", "ratio", [1, 0.4, 1])] }]),
    options,
  );
  expect(data.lines).toHaveLength(1);
  expect(data.lines[0]?.title).toBe("Promises kept");
  expect(data.lines[0]?.points.map((point) => point.value)).toEqual([0.9, null, null]);
  expect(data.lines[0]?.points[1]?.words).toBe("n/a: not measured");
  expect(data.unmeasured).toEqual([{ from: from + hour, to: from + 2 * hour }]);
});

it("names lines by their group, and keeps currencies apart", () => {
  const key = (id: string) => [{ dimension: "CLIENT", id, title: id === "n" ? "Northmart" : null }];
  const data = shapeSeries(
    answer([
      { key: key("n"), values: [value("kept", "money", [1], "EUR")] },
      { key: key("h"), values: [value("kept", "money", [0], null), value("kept", "money", [1], "GBP")] },
    ]),
    options,
  );
  expect(data.lines.map(({ title }) => title)).toEqual(["Northmart, EUR", "h, GBP"]);
});

it("says of the last bucket that it still runs", () => {
  const interval = { from: new Date(from), to: new Date(from + 2.5 * hour) };
  const data = shapeSeries(
    { ...answer([{ key: [], values: [value("kept", "ratio", [1, 1, 1])] }]), interval },
    options,
  );
  expect(data.bucketWords[from]).toBe("00:00");
  expect(data.bucketWords[from + 2 * hour]).toMatch(/still running$/);
});
