const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const found = cache.get(key);
  if (found !== undefined) return found;
  const made = new Intl.DateTimeFormat("en-GB", { hourCycle: "h23", ...options });
  cache.set(key, made);
  return made;
}

const clock = { hour: "2-digit", minute: "2-digit" } as const;
const dayMonth = { day: "numeric", month: "short" } as const;

/** formatClock renders the time of day in a zone: 06:00. */
export function formatClock(at: Date, timeZone: string): string {
  return formatter(`clock ${timeZone}`, { ...clock, timeZone }).format(at);
}

/** formatDay renders a day in a zone: 20 Nov. */
export function formatDay(at: Date, timeZone: string): string {
  return formatter(`day ${timeZone}`, { ...dayMonth, timeZone }).format(at);
}

/** formatInstant renders an instant as short as it stays clear: 06:00 today, 20 Nov 06:00 this year, else with the year. */
export function formatInstant(at: Date, timeZone: string, now: Date): string {
  const today = formatDay(at, timeZone) === formatDay(now, timeZone);
  const isNear = Math.abs(now.getTime() - at.getTime()) < 300 * 86_400_000;
  if (today && isNear) return formatClock(at, timeZone);
  if (isNear) return `${formatDay(at, timeZone)} ${formatClock(at, timeZone)}`;
  return `${formatDay(at, timeZone)} ${formatter(`year ${timeZone}`, { year: "numeric", timeZone }).format(at)} ${formatClock(at, timeZone)}`;
}

/** formatInstantExact renders an instant to the millisecond with its zone, for tooltips: 20 Nov 2026, 06:00:00.125 (Europe/Berlin). */
export function formatInstantExact(at: Date, timeZone: string): string {
  const options = {
    ...dayMonth,
    year: "numeric",
    ...clock,
    second: "2-digit",
    fractionalSecondDigits: 3,
    timeZone,
  } as const;
  return `${formatter(`exact ${timeZone}`, options).format(at)} (${timeZone})`;
}

/** formatTick renders an axis tick: the day at its midnight or when ticks are a day or more apart, else the time of day. */
export function formatTick(at: Date, timeZone: string, stepMs: number): string {
  const time = formatClock(at, timeZone);
  return stepMs >= 86_400_000 || time === "00:00" ? formatDay(at, timeZone) : time;
}
