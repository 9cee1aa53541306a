import { DateTime } from "luxon";
import type { ReportTerms } from "../wish/check-report-wish.js";

/** renderInstant writes an instant in a zone: 1 Jul 2026, 08:05. */
export function renderInstant(at: Date, timeZone: string): string {
  return DateTime.fromJSDate(at, { zone: timeZone }).setLocale("en-GB").toFormat("d LLL yyyy, HH:mm");
}

/** renderDays writes a half-open range by its days where it is made of whole ones (its last day included), else by its instants. */
export function renderDays({ from, to }: { from: Date; to: Date }, timeZone: string): string {
  const [start, end] = [from, to].map((at) => DateTime.fromJSDate(at, { zone: timeZone }).setLocale("en-GB"));
  if (start === undefined || end === undefined) return "";
  if (!start.equals(start.startOf("day")) || !end.equals(end.startOf("day")))
    return `${renderInstant(from, timeZone)} to ${renderInstant(to, timeZone)}`;
  const last = end.minus({ days: 1 }).startOf("day");
  const [first, final] = [start.toFormat("d LLLL yyyy"), last.toFormat("d LLLL yyyy")];
  return first === final ? first : `${first} to ${final}`;
}

/** renderPeriod names the period of a report: Q3 2026, 1 July 2026 to 30 September 2026. */
export function renderPeriod({ period, calendar, from, to, timeZone }: ReportTerms): string {
  const [year, quarter] = period.split("-");
  const name = quarter === undefined ? "" : `${quarter} ${year}${calendar === "RETAIL" ? " (retail calendar)" : ""}, `;
  return `${name}${renderDays({ from, to }, timeZone)}`;
}
