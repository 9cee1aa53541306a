import { countHistoryDays } from "./count-history-days.js";

describe("countHistoryDays", () => {
  it.each([
    ["2026-11-22T07:00:00Z", 145],
    ["2026-10-01T10:00:00Z", 93],
    ["2026-12-31T22:00:00Z", 184],
    ["2026-12-31T23:30:00Z", 93],
    ["2026-03-29T12:00:00Z", 180],
  ])("looks back at %s over %d days", (now, days) => {
    expect(countHistoryDays(new Date(now), "Europe/Berlin")).toBe(days);
  });
});
