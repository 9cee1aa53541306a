import { DateTime } from "luxon";

/** countHistoryDays is how many days a demonstration looks back: to the start of the quarter before this one, so that a quarter has one to be compared with. */
export function countHistoryDays(now: Date, timeZone: string): number {
  const at = DateTime.fromJSDate(now, { zone: timeZone });
  return Math.ceil(at.diff(at.startOf("quarter").minus({ quarters: 1 }), "days").days);
}
