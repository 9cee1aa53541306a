import { renderChange } from "./render-change.js";

const ratio = { unit: "ratio", currency: null };
const count = { unit: "count", currency: null };

describe("the change of a figure", () => {
  it.each([
    ["HIGHER", ratio, 0.979, 0.971, "0.8 points better", true],
    ["LOWER", ratio, 0.979, 0.971, "0.8 points worse", false],
    ["HIGHER", ratio, 0.9711, 0.9712, "less than 0.1 points worse", false],
    ["LOWER", { unit: "money", currency: "EUR" }, 10, 22.5, "EUR 12.50 better", true],
    ["NEITHER", count, 3, 15, "12 fewer", null],
    ["NEITHER", count, 15, 3, "12 more", null],
    ["HIGHER", ratio, 0.5, 0.5, "no change", null],
  ] as const)("where %s is better", (better, unit, value, before, words, isBetter) => {
    expect(renderChange({ better }, unit, { value, before })).toEqual({ words, isBetter });
  });

  it("is not told where one of the two has no value", () => {
    expect(renderChange({ better: "HIGHER" }, ratio, { value: null, before: 1 })).toBeUndefined();
    expect(renderChange({ better: "HIGHER" }, ratio, { value: 1, before: null })).toBeUndefined();
  });
});
