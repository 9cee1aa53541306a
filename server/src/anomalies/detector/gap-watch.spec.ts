import { Noise } from "./testing/noise.js";
import { START_THRESHOLDS } from "./anomaly-detector.js";
import { buildGapWatch, watchGap } from "./gap-watch.js";

describe("watchGap", () => {
  const learn = (seed: number) => {
    const [noise, watch] = [new Noise(seed), buildGapWatch()];
    let [most, slots] = [0, 0];
    for (let slot = 0; slot < 20 * 288; slot += 1) {
      const hour = Math.floor(slot / 12) % 24;
      // Open from 8 to 20; little happens even then.
      const score = watchGap(watch, hour, hour >= 8 && hour < 20 && noise.chance(0.25));
      if (slot > 8 * 288) most = Math.max(most, score);
      slots += 1;
    }
    return { watch, most, slots };
  };

  it("passes the start threshold at a gap of 1 in 100,000: 40 slots of 25 %, give or take what it learned", () => {
    const { watch } = learn(1);
    const scores = Array.from({ length: 80 }, (_, slot) => watchGap(watch, 9 + Math.floor(slot / 12), false));
    const passed = scores.findIndex((score) => score >= START_THRESHOLDS.tail);
    expect(passed).toBeGreaterThan(30);
    expect(passed).toBeLessThan(55);
  });

  it("is not alarmed by nights, and an event ends the gap", () => {
    for (const seed of [2, 3, 4]) expect(learn(seed).most).toBeLessThan(10);
    const { watch } = learn(5);
    for (let slot = 0; slot < 30; slot += 1) watchGap(watch, 9, false);
    expect(watchGap(watch, 9, true)).toBe(0);
  });

  it("says nothing of an hour it has watched for less than a week", () => {
    const watch = buildGapWatch();
    for (let slot = 0; slot < 80; slot += 1) watchGap(watch, 3, true);
    expect(watchGap(watch, 3, false)).toBe(0);
  });
});
