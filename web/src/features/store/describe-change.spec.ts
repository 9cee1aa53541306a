import { describeChange } from "./describe-change.js";

const render = String;

it.each([
  [0.95, 0.942, "higher", "ratio", "0.8 points better than before", "good"],
  [0.05, 0.03, "lower", "ratio", "2.0 points worse than before", "worse"],
  [3, 6, "lower", "count", "3 fewer than before", "good"],
  [40, 30, "lower", "duration", "10 slower than before", "worse"],
  [0.9, 0.9002, "higher", "ratio", "as before", "same"],
] as const)("%d after %d", (value, previous, better, kind, words, tone) => {
  expect(describeChange(value, previous, { better, kind, render })).toEqual({ words, tone });
});

it("has nothing to say without a value on both sides", () => {
  expect(describeChange(null, 3, { better: "lower", kind: "count", render })).toBeNull();
});
