import { buildComparisonRange } from "./build-comparison-range.js";

const build = (
  comparison: "PREVIOUS_PERIOD" | "SAME_PERIOD_LAST_YEAR",
  from: string,
  to: string,
  zone: string,
  asOf = to,
) => {
  const range = buildComparisonRange(
    comparison,
    { from: new Date(from), to: new Date(to), asOf: new Date(asOf) },
    zone,
  );
  return [range.from, range.to, range.asOf].map((instant) => instant.toISOString().replace(".000Z", "Z"));
};

describe("buildComparisonRange", () => {
  it.each([
    ["March against February", "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", "UTC", "2026-02-01T00:00:00Z"],
    ["a quarter against the one before", "2026-04-01T00:00:00Z", "2026-07-01T00:00:00Z", "UTC", "2026-01-01T00:00:00Z"],
    ["two months against two months", "2026-03-01T00:00:00Z", "2026-05-01T00:00:00Z", "UTC", "2026-01-01T00:00:00Z"],
    ["a year", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z", "UTC", "2025-01-01T00:00:00Z"],
    ["a week from Monday", "2026-05-04T00:00:00Z", "2026-05-11T00:00:00Z", "UTC", "2026-04-27T00:00:00Z"],
    [
      "the 23-hour day in Berlin against the 24-hour one",
      "2026-03-28T23:00:00Z",
      "2026-03-29T22:00:00Z",
      "Europe/Berlin",
      "2026-03-27T23:00:00Z",
    ],
    [
      "the day after the 25-hour day",
      "2026-10-25T23:00:00Z",
      "2026-10-26T23:00:00Z",
      "Europe/Berlin",
      "2026-10-24T22:00:00Z",
    ],
    ["six hours", "2026-03-01T03:00:00Z", "2026-03-01T09:00:00Z", "UTC", "2026-02-28T21:00:00Z"],
    [
      "a UTC day seen from Berlin is shifted by its length",
      "2026-03-29T00:00:00Z",
      "2026-03-30T00:00:00Z",
      "Europe/Berlin",
      "2026-03-28T00:00:00Z",
    ],
  ])("%s", (_, from, to, zone, earlier) => {
    expect(build("PREVIOUS_PERIOD", from, to, zone)).toEqual([earlier, from, from]);
  });

  it("compares a month that is still running with as much of the earlier one, and never with more than it has", () => {
    expect(
      build("PREVIOUS_PERIOD", "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", "UTC", "2026-03-11T12:00:00Z")[2],
    ).toBe("2026-02-11T12:00:00Z");
    expect(
      build("PREVIOUS_PERIOD", "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", "UTC", "2026-03-31T12:00:00Z")[2],
    ).toBe("2026-03-01T00:00:00Z");
  });

  it("goes back a year in the zone", () => {
    expect(
      build("SAME_PERIOD_LAST_YEAR", "2026-03-29T22:00:00Z", "2026-03-30T22:00:00Z", "Europe/Berlin").slice(0, 2),
    ).toEqual(["2025-03-29T23:00:00Z", "2025-03-30T22:00:00Z"]);
  });
});
