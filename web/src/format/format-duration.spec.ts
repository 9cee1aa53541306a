import { formatDuration } from "./format-duration.js";

describe("formatDuration", () => {
  it.each([
    [0, "0 s"],
    [0.0004, "1 ms"],
    [0.85, "850 ms"],
    [2.34, "2.3 s"],
    [48, "48 s"],
    [59.6, "1 min"],
    [60, "1 min"],
    [130, "2 min 10 s"],
    [3599.4, "59 min 59 s"],
    [3599.6, "1 h"],
    [4800, "1 h 20 min"],
    [86_399, "1 d"],
    [93_600, "1 d 2 h"],
    [100 * 86_400, "100 d"],
    [-4800, "-1 h 20 min"],
  ])("%d s is %s", (seconds, words) => {
    expect(formatDuration(seconds)).toBe(words);
  });
});
