import { shapeBars } from "./shape-bars.js";

it("begins at zero and fills the width with the largest", () => {
  expect(shapeBars([10, 5, null])).toEqual({
    zero: 0,
    bars: [
      { from: 0, to: 1 },
      { from: 0, to: 0.5 },
      { from: 0, to: 0 },
    ],
  });
});

it("goes both ways from zero", () => {
  expect(shapeBars([30, -10])).toEqual({
    zero: 0.25,
    bars: [
      { from: 0.25, to: 1 },
      { from: 0, to: 0.25 },
    ],
  });
});

it("draws no bar of nothing", () => {
  expect(shapeBars([0, 0]).bars).toEqual([
    { from: 0, to: 0 },
    { from: 0, to: 0 },
  ]);
});
