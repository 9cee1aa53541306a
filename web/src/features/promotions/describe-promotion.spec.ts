import { describeTarget, renderCountdown } from "./describe-promotion.js";

const now = new Date("2026-04-10T12:00:00Z");

describe("the countdown of a promotion", () => {
  it.each([
    ["2026-04-10T13:20:40Z", "in 1 h 20 min"],
    ["2026-04-10T12:00:45Z", "in 1 min"],
    ["2026-04-10T12:00:10Z", "now"],
    ["2026-04-10T09:50:00Z", "2 h 10 min ago"],
    ["2026-04-12T12:00:00Z", "in 2 d"],
    [null, "no start given"],
  ])("to %s", (startsAt, words) => {
    expect(renderCountdown(startsAt, now)).toBe(words);
  });
});

describe("a target of a promotion", () => {
  it.each([
    ["LIVE", false, "ok"],
    ["LIVE", true, "risk"],
    ["OPEN", false, "none"],
    ["OPEN", true, "late"],
    ["OUTDATED", false, "risk"],
    ["FAILED", false, "late"],
  ] as const)("%s, late: %s", (state, isLate, shape) => {
    expect(describeTarget({ state, isLate }).shape).toBe(shape);
  });
});
