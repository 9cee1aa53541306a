import { addToPulse, buildFeedPulse } from "./feed-pulse.js";

const SLOT = 300_000;
const hear = (slots: readonly number[], until: number) => {
  const pulse = buildFeedPulse();
  return Array.from({ length: until }, (_, slot) => addToPulse(pulse, slot * SLOT, slots.includes(slot)));
};

describe("addToPulse", () => {
  it("lets a feed be alive for 15 minutes after it was heard", () => {
    expect(hear([1], 6)).toEqual([false, true, true, true, false, false]);
  });

  it("gives a feed that is heard hourly twice as long, and a night teaches it nothing", () => {
    const hourly = Array.from({ length: 200 }, (_, hour) => hour * 12);
    expect(hear(hourly, 2_400).slice(1_200).every(Boolean)).toBe(true);
    const pulse = buildFeedPulse();
    for (let day = 0; day < 100; day += 1) addToPulse(pulse, day * 288 * SLOT, true);
    expect(pulse.gapMs).toBe(0);
  });
});
