import fc from "fast-check";
import { buildWilsonInterval } from "./build-wilson-interval.js";

describe("buildWilsonInterval", () => {
  // Figures of R's prop.test(x, n, correct = FALSE).
  it.each([
    [0, 10, 0, 0.2775328],
    [10, 10, 0.7224672, 1],
    [5, 10, 0.2365931, 0.7634069],
    [81, 263, 0.2552862, 0.3661987],
    [1, 1, 0.2065493, 1],
  ])("%i of %i lies between %f and %f", (successes, trials, low, high) => {
    const interval = buildWilsonInterval(successes, trials);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
    [1, Number.NaN],
  ])("is none for %d of %d", (successes, trials) => {
    expect(buildWilsonInterval(successes, trials)).toBeUndefined();
  });

  it("holds the share, stays within 0..1 and narrows with more rows", () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), fc.integer({ min: 2, max: 50 }), (a, b, more) => {
        const trials = a + b;
        fc.pre(trials > 0);
        const one = buildWilsonInterval(a, trials);
        const many = buildWilsonInterval(a * more, trials * more);
        if (one === undefined || many === undefined) return false;
        const isWithin =
          one.low >= 0 && one.low <= a / trials + 1e-12 && one.high >= a / trials - 1e-12 && one.high <= 1;
        return isWithin && many.high - many.low < one.high - one.low;
      }),
    );
  });
});
