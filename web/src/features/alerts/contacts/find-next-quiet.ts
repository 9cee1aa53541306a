import { DateTime } from "luxon";

/** QuietWindow repeats weekly; an `end` at or before `start` is on the day after. */
export interface QuietWindow {
  readonly days: readonly number[];
  readonly start: string;
  readonly end: string;
}

/** NextQuiet is the quiet period that goes on, or the next one. */
export interface NextQuiet {
  readonly isNow: boolean;
  readonly from: Date;
  readonly to: Date;
}

const SCAN_DAYS = 8;

/** findNextQuiet finds the quiet period that goes on at `now`, or the next one; undefined = none within a week. Windows that touch are one period. */
export function findNextQuiet(
  { zone, windows }: { readonly zone: string; readonly windows: readonly QuietWindow[] },
  now: Date,
): NextQuiet | undefined {
  const today = DateTime.fromJSDate(now, { zone }).startOf("day");
  if (!today.isValid) return undefined;
  const spans = windows
    .flatMap((window) =>
      Array.from({ length: SCAN_DAYS + 1 }, (_, index) => today.plus({ days: index - 1 })).flatMap((day) =>
        window.days.includes(day.weekday) ? [buildSpan(day, window)] : [],
      ),
    )
    .filter(({ from, to }) => from < to)
    .sort((left, right) => left.from - right.from);
  let found: { from: number; to: number } | undefined;
  for (const span of spans) {
    if (span.to <= now.getTime()) continue;
    if (found === undefined) found = { ...span };
    else if (span.from <= found.to) found.to = Math.max(found.to, span.to);
    else break;
  }
  if (found === undefined) return undefined;
  return { isNow: found.from <= now.getTime(), from: new Date(found.from), to: new Date(found.to) };
}

function buildSpan(day: DateTime, { start, end }: QuietWindow): { from: number; to: number } {
  const endDay = end <= start ? day.plus({ days: 1 }) : day;
  return { from: at(day, start), to: at(endDay, end) };
}

function at(day: DateTime, clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour === 24 ? day.plus({ days: 1 }).toMillis() : day.set({ hour, minute }).toMillis();
}
