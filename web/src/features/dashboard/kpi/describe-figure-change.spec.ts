import { describeFigureChange } from "./describe-figure-change.js";

it.each([
  [0.979, 0.973, "ratio", "HIGHER", "0.6 points better than Q3", "good"],
  [0.946, 0.965, "ratio", "HIGHER", "1.9 points worse than Q3", "worse"],
  [0.97901, 0.97899, "ratio", "HIGHER", "as Q3", "same"],
  [18_720, 21_600, "seconds", "LOWER", "48 min better than Q3", "good"],
  [14, 11, "count", "LOWER", "3 worse than Q3", "worse"],
  [14, 11, "count", "NEITHER", "3 more than Q3", "same"],
  [11, 11, "count", "LOWER", "as Q3", "same"],
] as const)("%d after %d %s, %s is better", (value, previous, unit, better, words, tone) => {
  expect(describeFigureChange({ value, previous, unit, better }, "Q3")).toEqual({ words, tone });
});

it("says money with its currency", () => {
  const of = { value: 41_300, previous: 54_100, unit: "money", currency: "EUR", better: "LOWER" } as const;
  expect(describeFigureChange(of, "Q3")?.words).toBe("EUR 12.8 k better than Q3");
});

it.each([
  [null, 1],
  [1, null],
])("has nothing to say of %p after %p", (value, previous) => {
  expect(describeFigureChange({ value, previous, unit: "count", better: "LOWER" }, "Q3")).toBeNull();
});
