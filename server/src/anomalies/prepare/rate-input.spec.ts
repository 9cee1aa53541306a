import { buildRateInput, prepareRate, restoreRate, widenForSlot } from "./rate-input.js";

describe("prepareRate", () => {
  it("is the rate of 30 minutes, drawn to the usual one by 50 cases", () => {
    const input = buildRateInput();
    for (let slot = 0; slot < 2_000; slot += 1) prepareRate(input, { numerator: 1, denominator: 50 });
    const calm = prepareRate(input, { numerator: 1, denominator: 50 });
    expect(calm).toMatchObject({ shown: 0.02, numerator: 6, denominator: 300 });
    expect(calm?.value).toBeCloseTo(0.02, 6);
    const strange = prepareRate(input, { numerator: 25, denominator: 50 });
    expect(strange?.value).toBeCloseTo((30 + 50 * 0.02) / 350, 4);
    expect(restoreRate(input, strange?.value ?? 0)).toBeCloseTo(0.1, 2);
  });

  it("makes little of one of two, and nothing of none", () => {
    const input = buildRateInput();
    for (let slot = 0; slot < 500; slot += 1) prepareRate(input, { numerator: 0, denominator: 10 });
    for (let slot = 0; slot < 5; slot += 1) prepareRate(input, { numerator: 0, denominator: 0 });
    const few = prepareRate(input, { numerator: 1, denominator: 2 });
    expect(few?.shown).toBe(0.5);
    expect(few?.value).toBeLessThan(0.03);
    for (let slot = 0; slot < 5; slot += 1) prepareRate(input, { numerator: 0, denominator: 0 });
    expect(prepareRate(input, { numerator: 0, denominator: 0 })).toBeUndefined();
  });

  it("widens a range for the few cases of a slot, never below 0", () => {
    expect(widenForSlot({ low: 0.01, high: 0.04 }, 4)).toMatchObject({ low: 0 });
    const many = widenForSlot({ low: 0.01, high: 0.04 }, 1e6);
    expect(many.high).toBeCloseTo(0.04, 2);
    expect(widenForSlot({ low: 0, high: 1.5 }, 0).high).toBe(1.5);
  });
});
