import { shapePareto } from "./shape-pareto.js";

it("adds up to the whole and marks the few that make 80 % of it", () => {
  const places = shapePareto([50, 30, 15, 5]);
  expect(places.map(({ cumulative }) => cumulative)).toEqual([0.5, 0.8, 0.95, 1]);
  expect(places.map(({ isVital }) => isVital)).toEqual([true, true, false, false]);
  expect(places.map(({ length }) => length)).toEqual([1, 0.6, 0.3, 0.1]);
});

it("has no vital few of nothing", () => {
  expect(shapePareto([0, 0])).toEqual([
    { length: 0, cumulative: 0, isVital: false },
    { length: 0, cumulative: 0, isVital: false },
  ]);
});
