import type { AnsweredValue, MetricAnswer } from "../execution/metric-answer.js";
import { compareFrozen } from "./compare-frozen.js";

const at = new Date("2026-06-01T00:00:00Z");

function answer(values: Record<string, number | null>, point: number | null = 1): MetricAnswer {
  const none = { numerator: null, denominator: null, nullReason: null, coverage: null };
  const groups = Object.entries(values).map(([store, value]) => {
    const series = [
      { ...none, at, value: point, expectedLow: null, expectedHigh: null, anomalous: null, expectedNullReason: null },
    ];
    const one: AnsweredValue = {
      ...{
        ...none,
        metric: "success_rate",
        unit: "ratio",
        currency: null,
        value,
        series,
        previous: null,
        previousNullReason: null,
      },
      ...{ intervalLow: null, intervalHigh: null, parts: null, learning: null },
    };
    return { key: [{ dimension: "STORE", id: store, title: store }], values: [one], rank: null, isBelowSample: false };
  });
  return { groups, groupCount: groups.length, others: [], asOf: at, coverage: 1, sql: null };
}

describe("compareFrozen", () => {
  it("finds nothing where nothing changed, in whatever order the groups come", () => {
    expect(compareFrozen(answer({ a: 0.5, b: null }), answer({ b: null, a: 0.5 + 1e-12 }))).toEqual([]);
  });

  it("tells a value that changed, one that vanished and one that is new", () => {
    const changes = compareFrozen(answer({ a: 0.5, b: 0.4 }), answer({ a: 0.75, c: 1 }));
    expect(
      changes.map(({ key, at: point, frozen, current, difference }) => [
        key[0]?.id,
        point,
        frozen,
        current,
        difference,
      ]),
    ).toEqual([
      ["a", null, 0.5, 0.75, 0.25],
      ["b", null, 0.4, null, null],
      ["b", at, 1, null, null],
      ["c", null, null, 1, null],
      ["c", at, null, 1, null],
    ]);
  });

  it("looks at every point of a series", () => {
    expect(compareFrozen(answer({ a: 1 }, 3), answer({ a: 1 }, 5))).toMatchObject([
      { at, frozen: 3, current: 5, difference: 2 },
    ]);
  });
});
