import { getViewerLocale } from "./viewer-locale.js";

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(name: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = getViewerLocale();
  const key = `${name} ${locale} ${timeZone}`;
  const found = cache.get(key);
  if (found !== undefined) return found;
  const made = new Intl.DateTimeFormat(locale, { ...options, ...chooseHours(locale, options), timeZone });
  cache.set(key, made);
  return made;
}

/** Where people count to 24, midnight is 00:00 and the hour has two digits; where they count to 12, it is 12:00 AM and 6:00 AM. */
function chooseHours(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions {
  if (options.hour === undefined) return {};
  const cycle = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hourCycle ?? "h23";
  return cycle.startsWith("h2") ? { hour: "2-digit", hourCycle: "h23" } : { hour: "numeric", hourCycle: "h12" };
}

const clock = { hour: "2-digit", minute: "2-digit" } as const;
const dayMonth = { day: "numeric", month: "short" } as const;
const dayMonthYear = { ...dayMonth, year: "numeric" } as const;

/** formatClock renders the time of day in a zone: 06:00. */
export function formatClock(at: Date, timeZone: string): string {
  return formatter("clock", timeZone, clock).format(at);
}

/** formatDay renders a day in a zone: 20 Nov. */
export function formatDay(at: Date, timeZone: string): string {
  return formatter("day", timeZone, dayMonth).format(at);
}

/** formatInstant renders an instant as short as it stays clear: 06:00 today, 20 Nov 06:00 this year, else with the year. */
export function formatInstant(at: Date, timeZone: string, now: Date): string {
  const today = formatDay(at, timeZone) === formatDay(now, timeZone);
  const isNear = Math.abs(now.getTime() - at.getTime()) < 300 * 86_400_000;
  if (today && isNear) return formatClock(at, timeZone);
  const day = isNear ? formatDay(at, timeZone) : formatter("year", timeZone, dayMonthYear).format(at);
  return `${day} ${formatClock(at, timeZone)}`;
}

/** formatInstantExact renders an instant to the millisecond with its zone, for tooltips: 20 Nov 2026, 06:00:00.125 (Europe/Berlin). */
export function formatInstantExact(at: Date, timeZone: string): string {
  const options = { ...dayMonthYear, ...clock, second: "2-digit", fractionalSecondDigits: 3 } as const;
  return `${formatter("exact", timeZone, options).format(at)} (${timeZone})`;
}

/** formatInstantInText renders an instant with its zone for a sentence: 20 Nov 2026, 06:00 (Europe/Berlin), with seconds only where there are some. */
export function formatInstantInText(at: Date, timeZone: string): string {
  const isWhole = Math.floor(at.getTime() / 1000) % 60 === 0;
  const made = isWhole
    ? formatter("text", timeZone, { ...dayMonthYear, ...clock })
    : formatter("text to the second", timeZone, { ...dayMonthYear, ...clock, second: "2-digit" });
  return `${made.format(at)} (${timeZone})`;
}

/** formatTick renders an axis tick: the day at its midnight or when ticks are a day or more apart, else the time of day. */
export function formatTick(at: Date, timeZone: string, stepMs: number): string {
  return stepMs >= 86_400_000 || isMidnight(at, timeZone) ? formatDay(at, timeZone) : formatClock(at, timeZone);
}

function isMidnight(at: Date, timeZone: string): boolean {
  const key = `midnight ${timeZone}`;
  const made = cache.get(key) ?? new Intl.DateTimeFormat("en-GB", { ...clock, hourCycle: "h23", timeZone });
  cache.set(key, made);
  return made.format(at) === "00:00";
}
