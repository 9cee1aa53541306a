import fc from "fast-check";
import { aggregateWindow, type WindowAggregate } from "./aggregate-window.js";

const all: readonly WindowAggregate[] = ["avg", "sum", "min", "max", "count", "last", "stddev", "quantile"];

describe("aggregateWindow", () => {
  it.each(all)("%s of nothing is nothing", (aggregate) => expect(aggregateWindow([], aggregate)).toBeUndefined());

  it.each([
    ["avg", [1, 2, 6], 3],
    ["sum", [1e100, 1, -1e100], 1],
    ["avg", [1e308, 1e308], 1e308],
    ["avg", [Infinity, 1], Infinity],
    ["avg", [Infinity, -Infinity], Number.NaN],
    ["sum", [Infinity, 1], Infinity],
    ["min", [Number.NaN, 2, 1], 1],
    ["max", [Number.NaN, 2, 1], 2],
    ["max", [Number.NaN], Number.NaN],
    ["count", [5, Number.NaN], 2],
    ["last", [1, 2], 2],
    ["stddev", [2, 4, 4, 4, 5, 5, 7, 9], 2],
  ] as const)("%s of %j is %d", (aggregate, values, expected) => {
    expect(aggregateWindow(values, aggregate)).toBe(expected);
  });

  it("takes quantiles between the closest ranks", () => {
    expect([-1, 0, 0.25, 0.5, 1, 2].map((quantile) => aggregateWindow([4, 1, 3, 2], "quantile", quantile))).toEqual([
      ...[-Infinity, 1, 1.75, 2.5, 4, Infinity],
    ]);
  });

  it("is what plain arithmetic says about whole numbers", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1 }), (values) => {
        const sum = values.reduce((total, value) => total + value, 0);
        const mean = sum / values.length;
        const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length;
        expect(aggregateWindow(values, "sum")).toBe(sum === 0 ? 0 : sum);
        expect(aggregateWindow(values, "avg")).toBeCloseTo(mean, 9);
        expect(aggregateWindow(values, "stddev")).toBeCloseTo(Math.sqrt(variance), 6);
        expect(aggregateWindow(Float64Array.from(values), "min")).toBe(Math.min(...values));
        expect(aggregateWindow(Float64Array.from(values), "max")).toBe(Math.max(...values));
      }),
    );
  });
});
