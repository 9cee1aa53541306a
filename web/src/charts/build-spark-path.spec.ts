import { buildSparkPath } from "./build-spark-path.js";

const size = { width: 30, height: 22 };

describe("buildSparkPath", () => {
  it("stands on zero and lifts the pen over a gap", () => {
    expect(buildSparkPath([10, 0, null, 5], size)).toBe("M0.0 2.0L10.0 20.0M30.0 11.0");
  });

  it("draws a flat line for nothing but zeros", () => {
    expect(buildSparkPath([0, 0], size)).toBe("M0.0 20.0L30.0 20.0");
  });
});
