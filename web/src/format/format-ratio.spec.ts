import { formatRatio } from "./format-ratio.js";

describe("formatRatio never rounds a miss away", () => {
  it.each([
    [0, "0 %"],
    [0.0002, "< 0.1 %"],
    [0.0005, "0.1 %"],
    [0.863, "86.3 %"],
    [0.9994, "99.9 %"],
    [0.99999, "99.9 %"],
    [1, "100 %"],
    [1.25, "125.0 %"],
    [-0.2, "-20.0 %"],
  ])("%d is %s", (ratio, words) => {
    expect(formatRatio(ratio)).toBe(words);
  });
});
