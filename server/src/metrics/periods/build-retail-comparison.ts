import type { DateTime } from "luxon";
import type { Comparison } from "../metric-words.js";
import { findRetailYear } from "./find-retail-year.js";
import { listRetailPeriods, RETAIL_UNITS, type RetailUnit } from "./list-retail-periods.js";
import type { RetailCalendar } from "./retail-calendar.js";

interface Span {
  readonly from: DateTime;
  readonly to: DateTime;
}

/**
 * buildRetailComparison returns the previous retail periods, or the same ones of the retail year before. Periods are compared by their number
 * (the 13th week of a quarter with the 13th); days by week and weekday, so a Saturday meets a Saturday. The 53rd week, which the year before
 * did not have, is compared with its 52nd. Undefined when the range is not made of whole days.
 */
export function buildRetailComparison(calendar: RetailCalendar, comparison: Comparison, range: Span): Span | undefined {
  for (const unit of RETAIL_UNITS) {
    const place = placeOf(calendar, unit, range.from);
    const end = placeOf(calendar, unit, range.to);
    if (place === undefined || end === undefined) continue;
    if (comparison === "SAME_PERIOD_LAST_YEAR")
      return unit === "WEEK"
        ? shiftYear(calendar, range)
        : { from: goBack(calendar, unit, range.from, "year"), to: goBack(calendar, unit, range.to, "year") };
    const count = countPeriods(calendar, unit, range);
    return { from: goBack(calendar, unit, range.from, count), to: range.from };
  }
  if (!range.from.equals(range.from.startOf("day")) || !range.to.equals(range.to.startOf("day"))) return undefined;
  if (comparison === "SAME_PERIOD_LAST_YEAR") return shiftYear(calendar, range);
  const days = Math.round(range.to.diff(range.from, "days").days);
  return { from: range.from.minus({ days }), to: range.from };
}

/** Which period of its year begins at an instant; undefined when none does. */
function placeOf(calendar: RetailCalendar, unit: RetailUnit, instant: DateTime): number | undefined {
  const place = listRetailPeriods(calendar, unit, instant).findIndex((start) => start.equals(instant));
  return place < 0 ? undefined : place;
}

/** goBack returns the start of the period that many periods before the one that begins at an instant, or of its number a year before. */
function goBack(calendar: RetailCalendar, unit: RetailUnit, instant: DateTime, by: number | "year"): DateTime {
  const place = placeOf(calendar, unit, instant) ?? 0;
  const dayBefore = findRetailYear(calendar, instant).start.minus({ days: 1 });
  const before = listRetailPeriods(calendar, unit, dayBefore);
  if (by === "year") return before[place] ?? instant;
  if (by <= place) return listRetailPeriods(calendar, unit, instant)[place - by] ?? instant;
  const [first = instant] = before;
  const rest = by - place - (before.length - 1);
  return rest <= 0 ? (before[before.length - 1 - (by - place)] ?? instant) : goBack(calendar, unit, first, rest);
}

function countPeriods(calendar: RetailCalendar, unit: RetailUnit, range: Span): number {
  let count = 0;
  for (let cursor = range.from; cursor < range.to; count += 1) {
    const periods = listRetailPeriods(calendar, unit, cursor);
    cursor = periods.find((start) => start > cursor) ?? range.to;
  }
  return count;
}

/** Weeks and days move by the whole weeks of the year before; what would still lie in this year moves by one week more. */
function shiftYear(calendar: RetailCalendar, range: Span): Span {
  const { start } = findRetailYear(calendar, range.from);
  const { weeks } = findRetailYear(calendar, start.minus({ days: 1 }));
  const isBeyond = (by: number) => range.from.minus({ weeks: by }) >= start;
  const by = isBeyond(weeks) ? weeks + 1 : weeks;
  return { from: range.from.minus({ weeks: by }), to: range.to.minus({ weeks: by }) };
}
