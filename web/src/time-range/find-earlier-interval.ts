import { DateTime } from "luxon";
import type { Comparison } from "../graphql/operations.js";
import type { Interval } from "./time-range.js";

const units = ["year", "quarter", "month", "week", "day"] as const;

/**
 * findEarlierInterval answers what a range is compared with, as the server does it for totals: the calendar period before where the range is made of
 * whole ones in the zone, else as much time before it; or the same range a year ago.
 */
export function findEarlierInterval(range: Interval, comparison: Comparison, timeZone: string): Interval {
  const from = DateTime.fromJSDate(range.from, { zone: timeZone });
  const to = DateTime.fromJSDate(range.to, { zone: timeZone });
  if (comparison === "SAME_PERIOD_LAST_YEAR")
    return { from: from.minus({ years: 1 }).toJSDate(), to: to.minus({ years: 1 }).toJSDate() };
  for (const unit of units) {
    if (!from.equals(from.startOf(unit)) || !to.equals(to.startOf(unit))) continue;
    const count = Math.round(to.diff(from, unit).as(unit));
    if (count > 0) return { from: from.minus({ [unit]: count }).toJSDate(), to: range.from };
  }
  const lengthMs = range.to.getTime() - range.from.getTime();
  return { from: new Date(range.from.getTime() - lengthMs), to: range.from };
}
