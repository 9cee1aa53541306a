import fc from "fast-check";
import { serialize } from "node:v8";
import { buildAnomalyDetector, findReach, scorePoint, START_THRESHOLDS, type ScoreForm } from "./anomaly-detector.js";
import type { DetectorPoint } from "./point-score.js";
import { scorePlainly } from "./testing/score-plainly.js";
import { Noise } from "./testing/noise.js";

const SLOTS = 288;

/** A series with a day, a weekend, noise, and what the given change makes of it. */
function drawSeries(
  seed: number,
  length: number,
  change: (value: number, at: number) => number = (value) => value,
): DetectorPoint[] {
  const noise = new Noise(seed);
  return Array.from({ length }, (_, at) => {
    const hour = 480_000 + Math.floor(at / 12);
    const usual = 100 + 40 * Math.sin((at / SLOTS) * 2 * Math.PI) + 5 * noise.next();
    return { value: change(usual, at), slot: at % SLOTS, hour };
  });
}

const scoreAll = (form: ScoreForm, points: readonly DetectorPoint[]) => {
  const detector = buildAnomalyDetector({ form, slotsPerDay: SLOTS });
  return points.map((point) => scorePoint(detector, point).score ?? 0);
};

describe("scorePoint", () => {
  it.each(["tail", "ratio"] as const)("scores as a plain implementation of the formulas does (%s)", (form) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0, 1, 50), (seed, spikes) => {
        const dice = new Noise(seed + 1);
        const points = drawSeries(seed, 1_500, (value) => (dice.chance(spikes / 1_000) ? value * 3 : value));
        const expected = scorePlainly(form, points, SLOTS);
        scoreAll(form, points).forEach((score, at) => expect(score).toBeCloseTo(expected[at] ?? Number.NaN, 3));
      }),
      { numRuns: 6 },
    );
  });

  it("says nothing for the first eight hours and no range for the first two days and eight hours", () => {
    const detector = buildAnomalyDetector({ form: "tail", slotsPerDay: SLOTS });
    const found = drawSeries(1, 900).map((point) => scorePoint(detector, point));
    expect(found.findIndex(({ score }) => score !== undefined)).toBe(96);
    const first = found.findIndex(({ seasonal }) => seasonal !== undefined);
    expect(first / SLOTS).toBeGreaterThan(2.2);
    expect(first / SLOTS).toBeLessThan(2.6);
  });

  it.each([
    ["a spike", (value: number, at: number) => (at === 4_000 ? value + 120 : value), 4_000, 4_000],
    ["an outage", (value: number, at: number) => (at >= 4_000 ? 0 : value), 4_000, 4_002],
    ["a small lasting shift", (value: number, at: number) => (at >= 4_000 ? value + 35 : value), 4_000, 4_015],
  ] as const)("finds %s, and hardly anything else", (_, change, from, to) => {
    const scores = scoreAll("tail", drawSeries(3, 4_100, change));
    expect(Math.max(...scores.slice(from, to + 1))).toBeGreaterThan(START_THRESHOLDS.tail);
    const alarms = scores.slice(0, from).filter((score) => score >= START_THRESHOLDS.tail).length;
    // Two weeks of noise: about one of 2,000 points passes by chance.
    expect(alarms).toBeLessThanOrEqual(6);
  });

  it("finds nothing in a flat line, in zeros and in the first value, and survives huge values", () => {
    for (const value of [0, 5, -3]) {
      const points = Array.from({ length: 3_000 }, (_, at) => ({ value, slot: at % SLOTS, hour: Math.floor(at / 12) }));
      expect(Math.max(...scoreAll("tail", points), ...scoreAll("ratio", points))).toBe(0);
    }
    const huge = scoreAll(
      "tail",
      drawSeries(5, 3_000, (value, at) => (at % 700 === 0 ? 1e300 : value)),
    );
    expect(huge.every(Number.isFinite)).toBe(true);
  });

  it("does not get used to incidents that come back", () => {
    const scores = scoreAll(
      "tail",
      drawSeries(7, 6_000, (value, at) => (at > 2_000 && at % 500 === 0 ? value + 120 : value)),
    );
    for (let at = 2_500; at < 6_000; at += 500) expect(scores[at]).toBeGreaterThan(START_THRESHOLDS.tail);
  });

  it("goes on after a structured clone as if nothing had happened, within 24 KB", () => {
    const points = drawSeries(11, 3_000);
    const whole = scoreAll("tail", points);
    let detector = buildAnomalyDetector({ form: "tail", slotsPerDay: SLOTS });
    const broken = points.map((point, at) => {
      if (at % 617 === 0) detector = structuredClone(detector);
      return scorePoint(detector, point).score ?? 0;
    });
    expect(broken).toEqual(whole);
    expect(serialize(detector).byteLength).toBeLessThan(24 * 1024);
  });

  it("tells how far a value may lie: what is farther passes the threshold", () => {
    for (const form of ["tail", "ratio"] as const) {
      const detector = buildAnomalyDetector({ form, slotsPerDay: SLOTS });
      const points = drawSeries(13, 3_000);
      expect(findReach(detector, 0, 5)).toBeUndefined();
      for (const point of points) scorePoint(detector, point);
      const next = { slot: 3_000 % SLOTS, hour: 480_250 };
      const { expected } = scorePoint(structuredClone(detector), { ...next, value: 100 });
      const reach = findReach(detector, expected, START_THRESHOLDS[form]) ?? 0;
      const far = scorePoint(structuredClone(detector), {
        ...next,
        value: expected + 1.2 * Math.max(reach, 0.1 * expected),
      });
      expect(far.score).toBeGreaterThan(START_THRESHOLDS[form]);
    }
  });
});
