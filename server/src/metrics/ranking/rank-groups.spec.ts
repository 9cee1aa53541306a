import { buildWilsonInterval } from "./build-wilson-interval.js";
import { rankGroups, type RankedFigure } from "./rank-groups.js";

function share(successes: number, trials: number): RankedFigure {
  const interval = buildWilsonInterval(successes, trials);
  return {
    value: successes / trials,
    denominator: trials,
    intervalLow: interval?.low ?? 0,
    intervalHigh: interval?.high ?? 1,
  };
}
const plain = (value: number | null, denominator: number): RankedFigure => ({ value, denominator });
const rank = (
  figures: RankedFigure[],
  better: "HIGHER" | "LOWER",
  order: "BEST_FIRST" | "WORST_FIRST",
  minimumSample = 1,
) =>
  rankGroups(figures, { better, order, minimumSample }).map((each) => [each.position, each.rank, each.isBelowSample]);

describe("rankGroups", () => {
  const figures = [share(2, 2), share(196, 200), share(10, 20), share(0, 3)];

  it("does not let 2 of 2 beat 196 of 200, nor 0 of 3 be worse for certain than 10 of 20", () => {
    expect(rank(figures, "HIGHER", "BEST_FIRST").map(([position]) => position)).toEqual([1, 0, 2, 3]);
    expect(rank(figures, "HIGHER", "WORST_FIRST").map(([position]) => position)).toEqual([3, 2, 1, 0]);
  });

  it("turns round where lower is better", () => {
    expect(rank(figures, "LOWER", "BEST_FIRST").map(([position]) => position)).toEqual([3, 2, 1, 0]);
    expect(rank(figures, "LOWER", "WORST_FIRST").map(([position]) => position)).toEqual([1, 0, 2, 3]);
  });

  it("lists groups below the minimum sample apart, without a rank", () => {
    expect(rank(figures, "HIGHER", "BEST_FIRST", 3)).toEqual([
      [1, 1, false],
      [2, 2, false],
      [3, 3, false],
      [0, null, true],
    ]);
  });

  it("gives equal bounds the same rank and the next one its place", () => {
    expect(rank([plain(5, 9), plain(3, 9), plain(5, 9), plain(1, 9)], "HIGHER", "BEST_FIRST")).toEqual([
      [0, 1, false],
      [2, 1, false],
      [1, 3, false],
      [3, 4, false],
    ]);
  });

  it("does not rank what has no value, and ranks figures without interval by themselves", () => {
    expect(rank([plain(null, 9), plain(3, 9)], "LOWER", "BEST_FIRST")).toEqual([
      [1, 1, false],
      [0, null, false],
    ]);
  });

  it("has nothing to rank in nothing", () => {
    expect(rank([], "HIGHER", "BEST_FIRST")).toEqual([]);
  });
});
