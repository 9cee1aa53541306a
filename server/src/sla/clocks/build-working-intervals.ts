import { buildOpeningIntervals, type OpeningCalendar, type OpeningInterval } from "@watchfloor/sql";
import { expandCorrection } from "../corrections/expand-correction.js";
import type { SlaClock } from "./build-clocks.js";

/** FindOpenings gives when a calendar is open; undefined when there is none of that id. */
export type FindOpenings = (calendar: string) => readonly OpeningInterval[] | undefined;

/** rememberOpenings builds the same hours once, however many calendars and clocks go by them; '' is always open. */
export function rememberOpenings(calendars: readonly OpeningCalendar[], range: { from: Date; to: Date }): FindOpenings {
  const always = [{ fromMs: range.from.getTime(), toMs: range.to.getTime() }];
  const known = new Map<string, readonly OpeningInterval[]>();
  return (id) => {
    if (id === "") return always;
    const calendar = calendars.find((each) => each.id === id);
    if (calendar === undefined) return undefined;
    const hours = JSON.stringify([calendar.timeZone, calendar.week, calendar.exceptions]);
    const open = known.get(hours) ?? buildOpeningIntervals(calendar, range);
    known.set(hours, open);
    return open;
  };
}

/**
 * buildWorkingIntervals returns when a clock runs within [from, to): the hours of its calendar, or always, less its corrections. Sorted and
 * apart. Undefined when its calendar does not exist.
 */
export function buildWorkingIntervals(
  clock: Pick<SlaClock, "calendar" | "corrections">,
  findOpen: FindOpenings,
  range: { from: Date; to: Date },
): OpeningInterval[] | undefined {
  const open = findOpen(clock.calendar);
  if (open === undefined) return undefined;
  const whole = { fromMs: range.from.getTime(), toMs: range.to.getTime() };
  const closed = clock.corrections.flatMap((correction) => expandCorrection(correction, whole));
  return subtract(
    open,
    closed.sort((left, right) => left.fromMs - right.fromMs),
  );
}

/** Both sorted by their begin; those taken away may overlap. One pass over both. */
function subtract(open: readonly OpeningInterval[], closed: readonly OpeningInterval[]): OpeningInterval[] {
  const joined: OpeningInterval[] = [];
  for (const next of closed) {
    const last = joined.at(-1);
    if (last !== undefined && next.fromMs <= last.toMs)
      joined[joined.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, next.toMs) };
    else joined.push(next);
  }
  const left: OpeningInterval[] = [];
  let first = 0;
  for (const { fromMs, toMs } of open) {
    while (first < joined.length && (joined[first]?.toMs ?? 0) <= fromMs) first += 1;
    let from = fromMs;
    for (let index = first; index < joined.length && (joined[index]?.fromMs ?? 0) < toMs; index += 1) {
      const hole = joined[index] ?? { fromMs: toMs, toMs };
      if (hole.fromMs > from) left.push({ fromMs: from, toMs: hole.fromMs });
      from = Math.max(from, hole.toMs);
    }
    if (from < toMs) left.push({ fromMs: from, toMs });
  }
  return left;
}
