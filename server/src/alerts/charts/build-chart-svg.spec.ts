import { XmlDocument } from "xmldoc";
import type { AlertChart } from "./alert-chart.js";
import { buildAxis } from "./build-axis.js";
import { buildChartSvg, CHART_SIZE } from "./build-chart-svg.js";
import { renderChartWords } from "./build-chart.js";
import { chooseScale, renderOnScale } from "./choose-scale.js";
import { drawSvg } from "./draw-svg.js";
import { keepDrawable } from "./keep-drawable.js";
import { listHours, renderDay } from "./list-hours.js";

const MINUTE = 60_000;
const FIRED_AT = Date.UTC(2026, 3, 10, 9, 31);
const chart = (given: Partial<AlertChart> = {}): AlertChart => ({
  ...{ title: "Orders late", metric: "Time to complete", place: "Northmart, Oslo", severity: "critical" },
  ...{ unit: "seconds", currency: "", fromMs: FIRED_AT - 60 * MINUTE, stepMs: 10 * MINUTE, threshold: 3_600 },
  ...{ recovery: 1_800, activeAt: FIRED_AT - 5 * MINUTE, firedAt: FIRED_AT, zone: "Europe/Berlin" },
  values: [600, 900, null, 1_200, 2_000, 4_210],
  ...given,
});
const texts = (svg: string) => new XmlDocument(svg).childrenNamed("text").map(({ val }) => val);

describe("the chart of an alert", () => {
  it("says what is measured and where, when it fired and at what, threshold and end, in one unit and the zone of the place", () => {
    expect(texts(buildChartSvg(chart()))).toEqual([
      ...["Orders late", "Time to complete · Northmart, Oslo", "critical"],
      ...["0 min", "20 min", "40 min", "60 min", "80 min"],
      ...["10:40", "10:50", "11:00", "11:10", "11:20", "11:30", "Fired 11:31 at 70.2 min"],
      ...["Ends at 30 min", "Threshold 60 min", "10 Apr 2026, Europe/Berlin (UTC+02:00)"],
    ]);
  });

  it("breaks its line where there was no value", () => {
    const line = /<path d="(M[^"]+)" fill="none"/g;
    expect([...buildChartSvg(chart()).matchAll(line)]).toHaveLength(2);
    const none = chart({ values: [null, null], threshold: null, recovery: null });
    expect([...buildChartSvg(none).matchAll(line)]).toHaveLength(0);
    expect(texts(buildChartSvg(none))).toContain("Fired 11:31");
  });

  it.each([
    ["Überfällig – Заказы – Ελλάδα", "Überfällig – Заказы – Ελλάδα"],
    ["two\nlines", "two lines"],
    ["東京", ""],
    ["طلبات متأخرة", ""],
    ["late 😀", ""],
    ["שלום", ""],
    ["\u202Eevil", ""],
  ])("keeps %j as %j", (text, kept) => expect(keepDrawable(text)).toBe(kept));

  it("says that a name is left out whose letters it lacks, and stands in for the title with what is measured", () => {
    const shown = texts(buildChartSvg(chart({ title: "طلبات", place: "東京" })));
    expect(shown.slice(0, 2)).toEqual(["Time to complete", ""]);
    expect(shown.at(-1)).toContain("left out");
  });

  it("lets no name become a part of the drawing", async () => {
    const title = '<image href="/etc/passwd"/>&amp;" onload="x';
    const svg = buildChartSvg(chart({ title }));
    expect(new XmlDocument(svg).childrenNamed("image")).toEqual([]);
    expect((await drawSvg(svg)).readUInt32BE(16)).toBe(CHART_SIZE.width * 2);
  });

  it.each([
    ...([
      ["seconds", 90, "", "90 s"],
      ["seconds", 7_300, "", "2.03 h"],
      ["seconds", 200_000, "", "2.31 d"],
      ["minutes", 90, "", "90 min"],
    ] as const),
    ...([
      ["ratio", 0.975, "", "97.5 %"],
      ["count", 1_234, "", "1,234"],
      ["count", 12_345, "", "12.3k"],
      ["money", 2_500_000, "EUR", "2.5m EUR"],
    ] as const),
  ])("writes %s %d%s as %s", (unit, value, currency, text) => {
    expect(renderOnScale(value, chooseScale(unit, value, currency))).toBe(text);
  });

  it.each([
    [[0.93, 0.995], 0.01, [0.92, 0.94, 0.96, 0.98, 1]],
    [[0, 3], 1, [0, 1, 2, 3]],
    [[5, 5], 1, [0, 1, 2, 3, 4, 5]],
    [[-0.4, 0.1], 0.01, [-0.4, -0.3, -0.2, -0.1, 0, 0.1]],
    [[0, 0], 1, [0, 0.2]],
  ])("puts round numbers around %j", (values, per, ticks) => {
    const axis = buildAxis(values, per);
    expect(axis.ticks.map((tick) => Number(tick.toPrecision(6)))).toEqual(ticks);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(axis.from - 1e-9);
    expect(Math.max(...values)).toBeLessThanOrEqual(axis.to + 1e-9);
  });

  it("marks hours by the wall clock of zones that are off by half an hour, and says UTC where a zone is unknown", () => {
    const marks = listHours(FIRED_AT - 60 * MINUTE, FIRED_AT, "Asia/Kolkata");
    expect(marks.map(({ text }) => text)).toEqual(["14:10", "14:20", "14:30", "14:40", "14:50", "15:00"]);
    expect(renderDay(FIRED_AT, "Nowhere/None")).toBe("10 Apr 2026, UTC (UTC+00:00)");
  });

  it("is told in words, too", () => {
    expect(renderChartWords(chart())).toBe(
      "Orders late, Northmart, Oslo. Time to complete from 10:31 to 11:31, 10 Apr 2026, Europe/Berlin (UTC+02:00): fired at 70.2 min, threshold 60 min.",
    );
  });
});
