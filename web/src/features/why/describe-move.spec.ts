import type { Direction } from "../../graphql/operations.js";
import { describeMove, renderContribution } from "./describe-move.js";

const of = (value: number | null, unit = "ratio") => ({ value, unit, currency: null });

it.each<[number, number, string, Direction, string, string]>([
  [0.99, 0.982, "ratio", "HIGHER", "0.8 points better than 98.2 %", "better"],
  [0.98, 0.99, "ratio", "HIGHER", "1 point worse than 99.0 %", "worse"],
  [15, 12, "count", "LOWER", "3 worse than 12", "worse"],
  [12, 15, "count", "NEITHER", "3 lower than 15", "same"],
  [60, 120, "seconds", "LOWER", "1 min better than 2 min", "better"],
  [5, 5, "count", "LOWER", "the same as before: 5", "same"],
])("%d after %d (%s, %s)", (now, before, unit, better, words, tone) => {
  expect(describeMove(of(now, unit), of(before, unit), better)).toEqual({ words, tone });
});

it("has nothing to say without both numbers", () => {
  expect(describeMove(of(null), of(0.5), "HIGHER")).toBeNull();
  expect(describeMove(of(0.5), null, "HIGHER")).toBeNull();
  expect(describeMove(null, of(1), "HIGHER")).toBeNull();
});

it.each([
  [0.0123, "ratio", "+1.23 points"],
  [-0.00004, "ratio", "−0.01 points or less"],
  [-200, "seconds", "−3 min 20 s"],
  [0, "count", "0"],
])("a part of %d %s is %s", (part, unit, words) => {
  expect(renderContribution(part, { unit })).toBe(words);
});
