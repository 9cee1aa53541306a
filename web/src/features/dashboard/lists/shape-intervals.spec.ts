import { shapeIntervals } from "./shape-intervals.js";

const measured = (value: number | null, intervalLow: number | null, intervalHigh: number | null) => ({
  value,
  intervalLow,
  intervalHigh,
});

it("holds all intervals and the target, in their order", () => {
  const axis = shapeIntervals([measured(0.9, 0.85, 0.94), measured(0.97, 0.95, 0.98)], 0.975);
  const [first, second] = axis.places;
  expect(axis).toMatchObject({ low: 0.85, high: 0.98 });
  for (const place of [first?.from, first?.at, first?.to, second?.at, second?.to, axis.target]) {
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThanOrEqual(1);
  }
  expect(Number(first?.from)).toBeLessThan(Number(first?.at));
  expect(Number(second?.at)).toBeLessThan(Number(axis.target));
});

it("places nothing where nothing is known", () => {
  expect(shapeIntervals([measured(null, null, null)], null)).toEqual({
    ...{ low: 0, high: 1, target: null, places: [{ at: null, from: null, to: null }] },
  });
});

it("keeps equal values inside", () => {
  expect(shapeIntervals([measured(1, 1, 1)], null).places[0]?.at).toBeCloseTo(0.5, 1);
});
