/** DayWindow is an inclusive range of UTC days, as `YYYY-MM-DD`. */
export interface DayWindow {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;
const FIRST_DAYS = 2;
const GROWTH = 4;

/**
 * buildDayWindows cuts a range into windows of days, newest first and each four times the one before: a page of the newest
 * runs is nearly always complete after the first, and a sparse one costs little more than one pass over all days.
 */
export function buildDayWindows(range: { from: Date; to: Date }): DayWindow[] {
  const oldest = Math.floor(range.from.getTime() / DAY_MS);
  const windows: DayWindow[] = [];
  let newest = Math.floor((range.to.getTime() - 1) / DAY_MS);
  for (let days = FIRST_DAYS; newest >= oldest; days *= GROWTH) {
    const from = Math.max(oldest, newest - days + 1);
    windows.push({ from: renderDay(from), to: renderDay(newest) });
    newest = from - 1;
  }
  return windows;
}

/** renderDay writes a day number since 1970 as `YYYY-MM-DD`. */
export function renderDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
