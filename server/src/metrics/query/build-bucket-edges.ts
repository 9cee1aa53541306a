import { DateTime } from "luxon";
import type { Granularity } from "../metric-words.js";
import { buildRetailEdges } from "../periods/build-retail-edges.js";
import { RETAIL_UNITS, type RetailUnit } from "../periods/list-retail-periods.js";
import type { RetailCalendar } from "../periods/retail-calendar.js";

const MINUTE_MS = 60_000;
const FIXED_MS: Partial<Record<Granularity, number>> = {
  MINUTE: MINUTE_MS,
  FIVE_MINUTES: 5 * MINUTE_MS,
  FIFTEEN_MINUTES: 15 * MINUTE_MS,
};
const CALENDAR = {
  HOUR: "hour",
  DAY: "day",
  WEEK: "week",
  MONTH: "month",
  QUARTER: "quarter",
  YEAR: "year",
} as const;
/** Shortest a bucket can be; an hour is always an hour, a day has 23 at least. */
const SHORTEST_MS: Record<Granularity, number> = {
  MINUTE: MINUTE_MS,
  FIVE_MINUTES: 5 * MINUTE_MS,
  FIFTEEN_MINUTES: 15 * MINUTE_MS,
  HOUR: 60 * MINUTE_MS,
  DAY: 23 * 60 * MINUTE_MS,
  WEEK: 167 * 60 * MINUTE_MS,
  MONTH: 671 * 60 * MINUTE_MS,
  QUARTER: 2_159 * 60 * MINUTE_MS,
  YEAR: 8_735 * 60 * MINUTE_MS,
};

function isRetailUnit(granularity: Granularity): granularity is RetailUnit {
  return (RETAIL_UNITS as readonly string[]).includes(granularity);
}

/** countBuckets returns at least as many buckets as a range has, without building them. */
export function countBuckets(granularity: Granularity, from: Date, to: Date): number {
  return Math.ceil((to.getTime() - from.getTime()) / SHORTEST_MS[granularity]) + 1;
}

/**
 * buildBucketEdges returns the starts of the buckets that touch [from, to), then the end of the last, in epoch milliseconds.
 * Days, weeks (from Monday), months, quarters and years are those of the zone: a day of a clock change has 23 or 25 hours. With a retail
 * calendar, weeks and longer are its own.
 */
export function buildBucketEdges(
  granularity: Granularity,
  from: Date,
  to: Date,
  timeZone: string,
  retailCalendar?: RetailCalendar,
): number[] {
  if (retailCalendar !== undefined && isRetailUnit(granularity))
    return buildRetailEdges(retailCalendar, granularity, { from, to, timeZone });
  const fixedMs = FIXED_MS[granularity];
  if (fixedMs !== undefined)
    return buildFixedEdges(fixedMs, Math.floor(from.getTime() / fixedMs) * fixedMs, to.getTime());
  const unit = CALENDAR[granularity as keyof typeof CALENDAR];
  let cursor = DateTime.fromJSDate(from, { zone: timeZone }).startOf(unit);
  if (unit === "hour") return buildFixedEdges(60 * MINUTE_MS, startOfHour(from, cursor.toMillis()), to.getTime());
  const edges = [cursor.toMillis()];
  while (cursor.toMillis() < to.getTime()) {
    cursor = cursor.plus({ [unit]: 1 }).startOf(unit);
    edges.push(cursor.toMillis());
  }
  return edges;
}

/** TRICKY: in the hour a clock repeats, the start of the local hour may be found in its other occurrence. */
function startOfHour(from: Date, startMs: number): number {
  const hourMs = 60 * MINUTE_MS;
  return startMs + Math.floor((from.getTime() - startMs) / hourMs) * hourMs;
}

function buildFixedEdges(stepMs: number, startMs: number, endMs: number): number[] {
  const edges = [startMs];
  for (let edge = startMs + stepMs; edge < endMs + stepMs; edge += stepMs) edges.push(edge);
  return edges;
}
