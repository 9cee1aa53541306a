import { findEarlierInterval } from "./find-earlier-interval.js";

const find = (from: string, to: string, comparison: "PREVIOUS_PERIOD" | "SAME_PERIOD_LAST_YEAR") => {
  const earlier = findEarlierInterval({ from: new Date(from), to: new Date(to) }, comparison, "Europe/Berlin");
  return [earlier.from.toISOString(), earlier.to.toISOString()];
};

describe("findEarlierInterval", () => {
  it.each([
    [
      "the quarter before, across the change of the clocks",
      ["2026-12-31T23:00:00Z", "2027-03-31T22:00:00Z", "PREVIOUS_PERIOD"],
      ["2026-09-30T22:00:00.000Z", "2026-12-31T23:00:00.000Z"],
    ],
    [
      "the month before, which is shorter",
      ["2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z", "PREVIOUS_PERIOD"],
      ["2026-01-31T23:00:00.000Z", "2026-02-28T23:00:00.000Z"],
    ],
    [
      "as much time before a range of no period",
      ["2026-11-20T10:30:00Z", "2026-11-21T10:30:00Z", "PREVIOUS_PERIOD"],
      ["2026-11-19T10:30:00.000Z", "2026-11-20T10:30:00.000Z"],
    ],
    [
      "a year ago",
      ["2026-09-30T22:00:00Z", "2026-12-31T23:00:00Z", "SAME_PERIOD_LAST_YEAR"],
      ["2025-09-30T22:00:00.000Z", "2025-12-31T23:00:00.000Z"],
    ],
  ] as const)("is %s", (_, [from, to, comparison], expected) => {
    expect(find(from, to, comparison)).toEqual(expected);
  });
});
