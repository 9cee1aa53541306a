import { DateTime, IANAZone } from "luxon";
import { findLocalInstant } from "./find-local-instant.js";
import type { OpeningCalendar, OpeningHours } from "./opening-calendar.js";

/** OpeningInterval is [fromMs, toMs), in epoch milliseconds. */
export interface OpeningInterval {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * buildOpeningIntervals returns when a calendar is open within [from, to): sorted, apart from each other, cut to the range. It goes by
 * local days, so that a day of a clock change has the hours its clocks show.
 */
export function buildOpeningIntervals(
  calendar: Pick<OpeningCalendar, "timeZone" | "week" | "exceptions">,
  range: { from: Date; to: Date },
): OpeningInterval[] {
  const zone = IANAZone.create(calendar.timeZone);
  const exceptions = new Map(calendar.exceptions.map(({ date, hours }) => [date, hours]));
  const [fromMs, toMs] = [range.from.getTime(), range.to.getTime()];
  const found: OpeningInterval[] = [];
  // Hours over midnight of the day before reach into the range. Days are counted in UTC, where each has 24 hours.
  const local = DateTime.fromMillis(fromMs, { zone }).minus({ days: 2 });
  let day = DateTime.utc(local.year, local.month, local.day);
  for (; day.isValid && day.toMillis() < toMs + 2 * 86_400_000; day = day.plus({ days: 1 })) {
    const hours = exceptions.get(day.toISODate()) ?? calendar.week[day.weekday - 1] ?? [];
    for (const each of hours) found.push(buildInterval(day, each, zone));
  }
  return join(found).flatMap((interval) => cut(interval, fromMs, toMs));
}

/** TRICKY: where clocks show a time twice, it opens at the first and closes at the second. */
function buildInterval(day: DateTime<true>, { from, to }: OpeningHours, zone: IANAZone): OpeningInterval {
  const lastDay = to > from ? day : day.plus({ days: 1 });
  return {
    fromMs: findLocalInstant(day, from, { zone, which: "first" }),
    toMs: findLocalInstant(lastDay, to, { zone, which: "last" }),
  };
}

function join(intervals: readonly OpeningInterval[]): OpeningInterval[] {
  const joined: OpeningInterval[] = [];
  for (const next of [...intervals].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = joined.at(-1);
    if (last !== undefined && next.fromMs <= last.toMs)
      joined[joined.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, next.toMs) };
    else joined.push(next);
  }
  return joined;
}

function cut(interval: OpeningInterval, fromMs: number, toMs: number): OpeningInterval[] {
  const kept = { fromMs: Math.max(interval.fromMs, fromMs), toMs: Math.min(interval.toMs, toMs) };
  return kept.fromMs < kept.toMs ? [kept] : [];
}
