import { DateTime } from "luxon";
import { decideSilenceState, type SilenceState } from "./decide-silence-state.js";

/** TimelineWindow is the days that a time line shows: whole days of a zone. */
export interface TimelineWindow {
  /** The first day, such as 2026-04-10. */
  readonly first: string;
  readonly days: number;
  readonly timeZone: string;
}

/** TimelineBar is a silence on the time line; places are parts of its width. */
export interface TimelineBar<Item> {
  readonly item: Item;
  readonly state: SilenceState;
  readonly left: number;
  readonly width: number;
  /** Whether it began before, or goes on after, what is shown. */
  readonly isCutLeft: boolean;
  readonly isCutRight: boolean;
}

/** TimelineDay is a day with where it begins. */
export interface TimelineDay {
  readonly at: Date;
  readonly left: number;
  readonly width: number;
  readonly isWeekend: boolean;
}

/** Timeline is what is drawn; `now` is a part of its width, null = it is not shown. */
export interface Timeline<Item> {
  readonly days: readonly TimelineDay[];
  readonly bars: readonly TimelineBar<Item>[];
  readonly now: number | null;
}

interface Spanned {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** chooseFirstDay puts today in the first half of a time line. */
export function chooseFirstDay(now: Date, days: number, timeZone: string): string {
  const before = Math.floor((days - 1) / 3);
  return DateTime.fromJSDate(now, { zone: timeZone }).minus({ days: before }).toISODate() ?? "";
}

/** moveFirstDay moves a time line on by its own length, or back. */
export function moveFirstDay(first: string, days: number): string {
  return DateTime.fromISO(first, { zone: "UTC" }).plus({ days }).toISODate() ?? first;
}

/** readFirstDay reads a day of an address; undefined = it is none. */
export function readFirstDay(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid ? text : undefined;
}

/** shapeTimeline places silences on the days of a zone, those that begin first on top; days on which clocks change are as long as they are. */
export function shapeTimeline<Item extends Spanned>(
  items: readonly Item[],
  { first, days, timeZone }: TimelineWindow,
  now: Date,
): Timeline<Item> {
  const start = DateTime.fromISO(first, { zone: timeZone }).startOf("day");
  const edges = Array.from({ length: days + 1 }, (_, index) => start.plus({ days: index }));
  const [from, to] = [start.toMillis(), (edges[days] ?? start).toMillis()];
  const place = (ms: number): number => (ms - from) / (to - from);
  const bars = items
    .map((item) => ({ item, startMs: Date.parse(item.startsAt), endMs: Date.parse(item.endsAt) }))
    .filter(({ startMs, endMs }) => startMs < to && endMs > from && endMs > startMs)
    .sort((left, right) => left.startMs - right.startMs || left.endMs - right.endMs)
    .map(({ item, startMs, endMs }): TimelineBar<Item> => {
      const [left, right] = [place(Math.max(startMs, from)), place(Math.min(endMs, to))];
      const cuts = { isCutLeft: startMs < from, isCutRight: endMs > to };
      return { item, state: decideSilenceState(item, now), left, width: right - left, ...cuts };
    });
  const nowMs = now.getTime();
  return {
    days: edges.slice(0, -1).map((at, index) => ({
      ...{ at: at.toJSDate(), left: place(at.toMillis()), isWeekend: at.weekday > 5 },
      width: place((edges[index + 1] ?? at).toMillis()) - place(at.toMillis()),
    })),
    ...{ bars, now: nowMs >= from && nowMs < to ? place(nowMs) : null },
  };
}
