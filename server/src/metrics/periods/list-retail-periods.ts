import type { DateTime } from "luxon";
import { findRetailYear } from "./find-retail-year.js";
import type { RetailCalendar } from "./retail-calendar.js";

/** RetailUnit is a period of a retail calendar. */
export type RetailUnit = "WEEK" | "MONTH" | "QUARTER" | "YEAR";

/** RETAIL_UNITS are those periods, the longest first. */
export const RETAIL_UNITS = ["YEAR", "QUARTER", "MONTH", "WEEK"] as const;

/** listPeriodWeeks returns the week (from 0) in which each period of a year begins, then the number of weeks of the year. */
export function listPeriodWeeks(calendar: RetailCalendar, unit: RetailUnit, weeks: 52 | 53): number[] {
  if (unit === "YEAR") return [0, weeks];
  if (unit === "QUARTER") return [0, 13, 26, 39, weeks];
  if (unit === "WEEK") return Array.from({ length: weeks + 1 }, (_, week) => week);
  const [first = 4, second = 4] = calendar.pattern.split("-").map(Number);
  const months = [0, 13, 26, 39].flatMap((quarter) => [quarter, quarter + first, quarter + first + second]);
  return [...months, weeks];
}

/** listRetailPeriods returns the starts of the periods of the retail year an instant lies in, then the start of the next year. */
export function listRetailPeriods(calendar: RetailCalendar, unit: RetailUnit, instant: DateTime): DateTime[] {
  const { start, weeks } = findRetailYear(calendar, instant);
  return listPeriodWeeks(calendar, unit, weeks).map((week) => start.plus({ weeks: week }).startOf("day"));
}
