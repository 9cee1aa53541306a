import { CatchUpBudget } from "./catch-up-budget.js";

/** Runs turns of 5 s over so many minutes; a missed slot takes `costMs`. Returns how many were made up, and their share of the time. */
function makeUp(costMs: number, minutes: number, intervalMs = 60_000): { slots: number; share: number } {
  let now = 0;
  let slots = 0;
  const budget = new CatchUpBudget(() => now);
  while (now < minutes * 60_000) {
    while (budget.mayGo("60", intervalMs) && now < minutes * 60_000) {
      const startedAt = now;
      now += costMs;
      budget.spend("60", startedAt);
      slots += 1;
    }
    now += 5_000;
  }
  return { slots, share: (slots * costMs) / now };
}

describe("CatchUpBudget", () => {
  it.each([
    ["cheap slots", 100],
    ["slots of a second", 1_000],
    ["slots of five seconds", 5_000],
  ])("takes a quarter of the time for %s", (_name, costMs) => {
    const { share } = makeUp(costMs, 60);
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.27);
  });

  it("makes up for two slots an interval whatever they take, so that nothing stays behind for good", () => {
    const { slots, share } = makeUp(20_000, 60);
    expect(slots).toBeGreaterThanOrEqual(100);
    expect(share).toBeGreaterThan(0.5);
  });

  it("begins with the credit of a minute: two hours are made up for within minutes", () => {
    expect(makeUp(100, 7).slots).toBeGreaterThan(120);
  });
});
