import { formatCount, formatExact, formatShort } from "./format-number.js";

describe("formatCount", () => {
  it.each([
    [0, "0"],
    [1284, "1,284"],
    [9999, "9,999"],
    [10_000, "10.0 k"],
    [12_400, "12.4 k"],
    [999_949, "999.9 k"],
    [999_960, "1.0 M"],
    [2_500_000_000, "2.5 bn"],
    [-12_400, "-12.4 k"],
  ])("%d is %s", (value, words) => {
    expect(formatCount(value)).toBe(words);
  });
});

it("formatShort keeps small numbers whole, formatExact keeps every digit", () => {
  expect(formatShort(320)).toBe("320");
  expect(formatShort(1200)).toBe("1.2 k");
  expect(formatExact(48210.333)).toBe("48,210.333");
});
