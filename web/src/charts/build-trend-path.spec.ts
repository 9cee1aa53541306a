import { buildTrendPath } from "./build-trend-path.js";

const size = { width: 30, height: 26 };

it.each([
  ["goes from the least to the largest value", [10, 20, 15], "M0.0 23.0L15.0 3.0L30.0 13.0"],
  ["lifts the pen over a gap", [10, null, 20], "M0.0 23.0M30.0 3.0"],
  ["stays flat where nothing moves", [5, 5], "M0.0 13.0L30.0 13.0"],
  ["stays flat at zero", [0, 0], "M0.0 13.0L30.0 13.0"],
  ["keeps a tiny change small", [1, 1.0005], "M0.0 14.0L30.0 12.0"],
  ["draws nothing of nothing", [null, null], ""],
])("%s", (_case, values, path) => {
  expect(buildTrendPath(values, size)).toBe(path);
});
