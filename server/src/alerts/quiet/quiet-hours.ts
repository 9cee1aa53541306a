/** QuietWindow repeats weekly: from `start` on each of `days` (1 = Monday to 7 = Sunday). An `end` at or before `start` is on the day after. */
export interface QuietWindow {
  readonly days: readonly number[];
  /** HH:MM, 00:00 to 23:59. */
  readonly start: string;
  /** HH:MM, or 24:00. */
  readonly end: string;
}

/** QuietHours is when a subscription is not told what can wait, by the wall clock of a zone (IANA). */
export interface QuietHours {
  readonly zone: string;
  readonly windows: readonly QuietWindow[];
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const SCAN_DAYS = 8;
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * isQuiet tells whether the local wall clock at an instant (epoch milliseconds) is inside a window. Windows are read by wall clock alone, so
 * nothing is special about nights in which clocks change: an hour that does not exist is not quiet, one that comes twice is quiet twice.
 */
export function isQuiet(hours: QuietHours, at: number): boolean {
  return buildQuietCheck(hours)(at);
}

/** findQuietEnd returns the first full minute after `at` that is not quiet, in epoch milliseconds; undefined = none within 8 days. */
export function findQuietEnd(hours: QuietHours, at: number): number | undefined {
  const check = buildQuietCheck(hours);
  const first = (Math.floor(at / MINUTE_MS) + 1) * MINUTE_MS;
  for (let minute = 0; minute < SCAN_DAYS * DAY_MINUTES; minute += 1)
    if (!check(first + minute * MINUTE_MS)) return first + minute * MINUTE_MS;
  return undefined;
}

function buildQuietCheck({ zone, windows }: QuietHours): (at: number) => boolean {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const read = windows.map(({ days, start, end }) => ({
    days: new Set(days),
    start: readMinutes(start),
    end: readMinutes(end),
  }));
  return (at) => {
    const { day, minute } = readWallClock(clock, at);
    const dayBefore = day === 1 ? 7 : day - 1;
    return read.some(({ days, start, end }) =>
      start < end
        ? days.has(day) && minute >= start && minute < end
        : (days.has(day) && minute >= start) || (days.has(dayBefore) && minute < end),
    );
  };
}

function readWallClock(clock: Intl.DateTimeFormat, at: number): { day: number; minute: number } {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    day: DAYS.indexOf(parts["weekday"] ?? "") + 1,
    minute: Number(parts["hour"]) * 60 + Number(parts["minute"]),
  };
}

function readMinutes(text: string): number {
  const [hours = "", minutes = ""] = text.split(":");
  return Number(hours) * 60 + Number(minutes);
}
