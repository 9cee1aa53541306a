import type { Granularity } from "../graphql/operations.js";

/** Bucket is a granularity with its length and its words ("runs an hour"). */
export interface Bucket {
  readonly granularity: Granularity;
  readonly lengthMs: number;
  readonly each: string;
}

const minuteMs = 60_000;

const buckets: readonly Bucket[] = [
  { granularity: "MINUTE", lengthMs: minuteMs, each: "a minute" },
  { granularity: "FIVE_MINUTES", lengthMs: 5 * minuteMs, each: "per 5 min" },
  { granularity: "FIFTEEN_MINUTES", lengthMs: 15 * minuteMs, each: "per 15 min" },
  { granularity: "HOUR", lengthMs: 60 * minuteMs, each: "an hour" },
  { granularity: "DAY", lengthMs: 1440 * minuteMs, each: "a day" },
];
const coarsest: Bucket = { granularity: "WEEK", lengthMs: 7 * 1440 * minuteMs, each: "a week" };

/** chooseGranularity picks the finest bucket that keeps a range within `maxPoints` points. */
export function chooseGranularity(rangeMs: number, maxPoints: number): Bucket {
  return buckets.find((bucket) => rangeMs / bucket.lengthMs <= maxPoints) ?? coarsest;
}
