import { computeDispersion } from "./compute-dispersion.js";

describe("computeDispersion", () => {
  it.each([[[]], [[0.9]]])("says nothing of %j", (values) => {
    expect(computeDispersion(values, true)).toBeUndefined();
  });

  it("is the sample deviation over the mean; the worst tenth is at the bad end", () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(computeDispersion(values, true)).toMatchObject({ mean: 5, median: 4.5 });
    expect(computeDispersion(values, true)?.coefficient).toBeCloseTo(Math.sqrt(32 / 7) / 5, 12);
    expect(computeDispersion(values, true)?.worstDecile).toBeCloseTo(3.4, 12);
    expect(computeDispersion(values, false)?.worstDecile).toBeCloseTo(7.6, 12);
  });

  it("has no coefficient around a mean of 0, and none of difference is 0", () => {
    expect(computeDispersion([-1, 1], true)?.coefficient).toBeNull();
    expect(computeDispersion([0.5, 0.5], true)?.coefficient).toBe(0);
  });
});
