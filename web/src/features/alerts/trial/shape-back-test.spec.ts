import { renderBackTest } from "./render-back-test.js";
import { shapeBackTest } from "./shape-back-test.js";
import type { BackTestAnswer } from "./use-back-test.js";

const at = (hour: number): string => new Date(Date.UTC(2026, 5, 1, hour)).toISOString();
const range = { text: "", days: 1, fromMs: Date.parse(at(0)), toMs: Date.parse(at(24)) };
const label = (value: string) => [{ name: "store", value }];
const episode = (store: string, from: number, to: number | null, severity: "CRITICAL" | "WARNING" = "WARNING") => ({
  ...{ labels: label(store), severity, firedAt: at(from), resolvedAt: to === null ? null : at(to) },
  ...{ value: 1, threshold: 0.5, summary: `Store ${store}` },
});
const answer: BackTestAnswer = {
  fired: 3,
  slots: 24,
  stepSeconds: 3_600,
  episodes: [episode("b", 22, null), episode("a", 6, 12, "CRITICAL"), episode("a", 11, 13)],
  series: [{ labels: label("a"), from: at(0), stepSeconds: 43_200, values: [0.75, null] }],
};
const asked = {
  ...{ range, unit: "ratio", timeZone: "UTC", draft: { levels: [{ severity: "warning", threshold: 0.5 }] } },
  nameOf: (labels: readonly { readonly value: string }[]) => labels.map(({ value }) => value).join(),
};

it("puts episodes into the lane of their group, the busiest first", () => {
  const { lanes, spans } = shapeBackTest(answer, asked);
  expect(lanes.map(({ title, bars }) => [title, bars.map(({ start, width }) => [start, width])])).toEqual([
    [
      "a",
      [
        [0.25, 0.25],
        [11 / 24, expect.closeTo(2 / 24)],
      ],
    ],
    ["b", [[22 / 24, expect.closeTo(2 / 24)]]],
  ]);
  expect(lanes[1]?.bars[0]?.tip).toBe("Store b\nwarning, from 1 Jun 22:00, still firing");
  expect(spans).toEqual([
    { from: Date.parse(at(6)), to: Date.parse(at(13)) },
    { from: Date.parse(at(22)), to: Date.parse(at(24)) },
  ]);
});

it("draws values at the end of their stretch, and thresholds in their unit", () => {
  const { chart, levels } = shapeBackTest(answer, asked);
  expect(chart?.lines[0]?.points).toEqual([
    { at: Date.parse(at(12)), value: 0.75, words: "75 %" },
    { at: Date.parse(at(24)), value: null, words: "no value" },
  ]);
  expect(levels).toEqual([{ value: 0.5, words: "warning 50 %", tone: "risk" }]);
});

it("takes thresholds from what fired where the rule writes none down", () => {
  expect(shapeBackTest(answer, { ...asked, draft: { kind: "burn" } }).levels.map(({ words }) => words)).toEqual([
    "warning 50 %",
    "critical 50 %",
  ]);
});

it("draws no lines where values are no measure", () =>
  expect(shapeBackTest({ ...answer, series: [] }, asked).chart).toBeNull());

it("says what was found", () => {
  expect(renderBackTest(answer, range, 3_600)).toEqual({
    headline: "Would have fired 3 times in the last 24 hours.",
    detail: "1 critical and 2 warning; the longest lasted 6 h.",
  });
  expect(renderBackTest({ ...answer, fired: 0, episodes: [] }, { ...range, days: 30 }, 60)).toEqual({
    headline: "Would not have fired in 30 days.",
    detail: "Looked at every 1 h, not every 1 min, because the range is long.",
  });
});
