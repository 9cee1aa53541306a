import { DateTime } from "luxon";
import { listRetailPeriods } from "../../metrics/periods/list-retail-periods.js";
import type { RetailCalendar } from "../../metrics/periods/retail-calendar.js";

const QUARTER = /^(\d{4})-Q([1-4])$/;
/** An instant that lies in the year for certain, wherever its weeks begin. */
const MONTHS_INTO_YEAR = 5;

/** resolveQuarter returns the bounds of a quarter such as 2026-Q3 in a zone, of a retail calendar when one is given; undefined for another text. */
export function resolveQuarter(
  text: string,
  { timeZone, calendar }: { timeZone: string; calendar?: RetailCalendar | undefined },
): { from: Date; to: Date } | undefined {
  const found = QUARTER.exec(text);
  if (found === null) return undefined;
  const [year, quarter] = [Number(found[1]), Number(found[2])];
  if (calendar === undefined) {
    const start = DateTime.fromObject({ year, month: quarter * 3 - 2 }, { zone: timeZone });
    return { from: start.toJSDate(), to: start.plus({ months: 3 }).toJSDate() };
  }
  const within = DateTime.fromObject({ year, month: calendar.firstMonth }, { zone: timeZone });
  const periods = listRetailPeriods(calendar, "QUARTER", within.plus({ months: MONTHS_INTO_YEAR }));
  const [from, to] = [periods[quarter - 1], periods[quarter]];
  return from === undefined || to === undefined ? undefined : { from: from.toJSDate(), to: to.toJSDate() };
}
