import type { RetailCalendar } from "../../metrics/periods/retail-calendar.js";
import { resolveQuarter } from "./resolve-quarter.js";

const NRF: RetailCalendar = { firstMonth: 2, firstWeekday: 7, pattern: "4-5-4", yearStart: "NEAREST" };
const ISO: RetailCalendar = { firstMonth: 1, firstWeekday: 1, pattern: "4-4-5", yearStart: "NEAREST" };
const LATE: RetailCalendar = { firstMonth: 10, firstWeekday: 1, pattern: "4-4-5", yearStart: "ON_OR_BEFORE" };

describe("a quarter", () => {
  it.each([
    // The clocks change within the quarter, so its bounds have different offsets.
    ["2026-Q1", "Europe/Berlin", undefined, "2025-12-31T23:00:00.000Z", "2026-03-31T22:00:00.000Z"],
    ["2026-Q4", "America/New_York", undefined, "2026-10-01T04:00:00.000Z", "2027-01-01T05:00:00.000Z"],
    ["2026-Q1", "UTC", ISO, "2025-12-29T00:00:00.000Z", "2026-03-30T00:00:00.000Z"],
    ["2023-Q4", "UTC", NRF, "2023-10-29T00:00:00.000Z", "2024-02-04T00:00:00.000Z"],
    ["2026-Q1", "UTC", LATE, "2026-09-28T00:00:00.000Z", "2026-12-28T00:00:00.000Z"],
  ])("%s in %s is the range it names", (text, timeZone, calendar, from, to) => {
    const found = resolveQuarter(text, { timeZone, calendar });
    expect([found?.from.toISOString(), found?.to.toISOString()]).toEqual([from, to]);
  });

  it.each(["2026-Q5", "2026Q1", "Q1", "", "2026-Q1 "])("is not meant by %j", (text) => {
    expect(resolveQuarter(text, { timeZone: "UTC" })).toBeUndefined();
  });
});
