import { IANAZone } from "luxon";
import { findQuietEnd, type QuietHours } from "./quiet-hours.js";

const START = /^([01]\d|2[0-3]):[0-5]\d$/;
const END = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const MAX_WINDOWS = 21;

/** checkQuietHours returns what is wrong with quiet hours; undefined = nothing. `now` (epoch milliseconds) is where it looks for an end. */
export function checkQuietHours(hours: QuietHours, now: number): string | undefined {
  const { zone, windows } = hours;
  if (!IANAZone.isValidZone(zone)) return `"${zone}" is no time zone: write one such as Europe/Berlin.`;
  if (windows.length === 0 || windows.length > MAX_WINDOWS) return `Between 1 and ${MAX_WINDOWS} windows are needed.`;
  for (const { days, start, end } of windows) {
    if (days.length === 0 || days.some((day) => !Number.isInteger(day) || day < 1 || day > 7))
      return "Days are numbers from 1 (Monday) to 7 (Sunday).";
    if (!START.test(start) || !END.test(end)) return "Times are written HH:MM, the end also 24:00.";
  }
  return findQuietEnd(hours, now) === undefined ? "It would always be quiet: leave some time." : undefined;
}
