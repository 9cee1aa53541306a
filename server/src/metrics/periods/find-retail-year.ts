import { DateTime } from "luxon";
import type { RetailCalendar } from "./retail-calendar.js";

/** RetailYear is a year of a retail calendar: its first day at midnight in the zone, and its number of weeks. */
export interface RetailYear {
  readonly start: DateTime;
  readonly weeks: 52 | 53;
}

/** findRetailYear returns the retail year that an instant lies in, in the instant's zone. */
export function findRetailYear(calendar: RetailCalendar, instant: DateTime): RetailYear {
  // Plain dates decide, so that no clock change does.
  const day = DateTime.utc(instant.year, instant.month, instant.day);
  const starts = [-1, 0, 1, 2].map((years) => findStart(calendar, day.year + years));
  const place = starts.findLastIndex((start) => start <= day);
  const [start = day, next = day] = [starts[place], starts[place + 1]];
  const weeks = Math.round(next.diff(start, "days").days / 7) === 53 ? 53 : 52;
  return { start: atMidnight(start, instant), weeks };
}

/** atMidnight returns the start of a plain date in the zone of an instant: where clocks skip midnight, the first instant there is. */
function atMidnight(date: DateTime, { zone }: DateTime): DateTime {
  return DateTime.fromObject({ year: date.year, month: date.month, day: date.day }, { zone }).startOf("day");
}

function findStart({ firstMonth, firstWeekday, yearStart }: RetailCalendar, year: number): DateTime {
  const first = DateTime.utc(year, firstMonth, 1);
  const daysBack = (first.weekday - firstWeekday + 7) % 7;
  const isNext = yearStart === "NEAREST" && daysBack > 3;
  return first.minus({ days: isNext ? daysBack - 7 : daysBack });
}
