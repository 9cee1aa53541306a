import fc from "fast-check";
import { Noise } from "../detector/testing/noise.js";
import { chooseThresholds, DEFAULT_BUDGET } from "./choose-thresholds.js";
import type { SlotFinding } from "./slot-finding.js";

const SLOT = 300_000;
const finding = (slot: number, score: number): SlotFinding => ({
  ...{ atMs: slot * SLOT, score, kind: "sudden", value: 0, numerator: null, denominator: null },
  ...{ expected: undefined, band: undefined },
});

/** Four weeks of one series with so many strange moments, a day apart. */
const drawSeries = (seed: number, moments: number) => {
  const noise = new Noise(seed);
  return Array.from({ length: moments }, (_, moment) => finding(moment * 288, 6.3 + 10 * noise.uniform()));
};

describe("chooseThresholds", () => {
  it("starts with the start thresholds until four weeks of series were seen", () => {
    const few = chooseThresholds([[finding(1, 50)]], { form: "tail", seriesWeeks: 3.9, budget: DEFAULT_BUDGET });
    expect(few).toMatchObject({ list: 8.3, notify: 8.3 * 1.25, isLearned: false });
    const none = chooseThresholds([], { form: "ratio", seriesWeeks: 0, budget: DEFAULT_BUDGET });
    expect(none).toMatchObject({ list: 5.1, listPerWeek: null, notifyPerWeek: null });
  });

  it("keeps the budget, and would not keep it a little lower", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 20 }), (seed, count) => {
        const series = Array.from({ length: count }, (_, number) => drawSeries(seed + number, 28));
        const given = { form: "tail", seriesWeeks: count * 4, budget: DEFAULT_BUDGET } as const;
        const chosen = chooseThresholds(series, given);
        expect(chosen.isLearned).toBe(true);
        expect(chosen.listPerWeek ?? 9).toBeLessThanOrEqual(0.5);
        expect(chosen.listPerWeek ?? 0).toBeGreaterThanOrEqual(0.5 - 1 / (count * 4) - 1e-9);
        expect(chosen.notifyPerWeek ?? 9).toBeLessThanOrEqual(Math.max(0.1, 1 / (count * 4)));
        expect(chosen.notify).toBeGreaterThan(chosen.list);
      }),
      { numRuns: 30 },
    );
  });

  it("does not fill the list of a quiet class with noise", () => {
    const chosen = chooseThresholds([[]], { form: "tail", seriesWeeks: 40, budget: DEFAULT_BUDGET });
    expect(chosen).toMatchObject({ list: 8.3 * 0.75, listPerWeek: 0 });
  });
});
