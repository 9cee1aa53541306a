import { Noise } from "../detector/testing/noise.js";
import { buildCountInput, isSparse, prepareCount, restoreCount, restoreSlotRange } from "./count-input.js";

const prepareAll = (counts: readonly (number | undefined)[]) => {
  const input = buildCountInput();
  return counts.map((count) => prepareCount(input, count));
};

describe("prepareCount", () => {
  it("judges the root of 15 minutes, once the feed was alive in all of them", () => {
    const prepared = prepareAll([4, 0, 5, 9]);
    expect(prepared.slice(0, 2)).toEqual([undefined, undefined]);
    expect(prepared[2]).toEqual({ value: 2 * Math.sqrt(9.375), shown: 9, numerator: 9, denominator: null });
    expect(prepared[3]?.shown).toBe(14);
  });

  it("knows nothing while a slot without feed is among them: zero is not missing", () => {
    const shown = prepareAll([1, 1, 1, undefined, 1, 1, 1, 0, 0, 0]).map((prepared) => prepared?.shown);
    expect(shown).toEqual([undefined, undefined, 3, undefined, undefined, undefined, 3, 2, 1, 0]);
  });

  it("spreads alike whatever the count", () => {
    const noise = new Noise(5);
    for (const mean of [4, 40]) {
      const values = Array.from({ length: 6_000 }, () => 0).map(() => {
        const [, , last] = prepareAll([0, 0, noise.poisson(mean)]);
        return last?.value ?? 0;
      });
      const average = values.reduce((sum, value) => sum + value, 0) / values.length;
      const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - average) ** 2, 0) / values.length);
      expect(deviation).toBeCloseTo(1, 1);
    }
  });

  it("gives back counts, none below 0, and a range of one slot around a third of the middle", () => {
    for (const count of [0, 1, 25, 1e6]) expect(restoreCount(2 * Math.sqrt(count + 3 / 8))).toBeCloseTo(count, 6);
    expect(restoreCount(-3)).toBe(0);
    const root = (count: number) => 2 * Math.sqrt(count + 3 / 8);
    const { low, high } = restoreSlotRange(root(30) - 3, root(30) + 3);
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(10);
    expect(high).toBeGreaterThan(10);
    expect(high).toBeLessThan(30);
  });

  it("calls a count sparse when 15 minutes usually hold fewer than two", () => {
    const input = buildCountInput();
    for (let slot = 0; slot < 900; slot += 1) prepareCount(input, slot % 6 === 0 ? 1 : 0);
    expect(isSparse(input)).toBe(true);
    for (let slot = 0; slot < 2_000; slot += 1) prepareCount(input, 2);
    expect(isSparse(input)).toBe(false);
  });
});
