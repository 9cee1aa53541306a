/** HOUR_MS is the length of a cell. */
export const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** MillisecondRange is [from, to) in epoch milliseconds. */
export interface MillisecondRange {
  readonly from: number;
  readonly to: number;
}

/** RangeCut says which parts of a range are answered from whole days, from whole hours, and from the rows themselves. */
export interface RangeCut {
  readonly days: readonly MillisecondRange[];
  readonly hours: readonly MillisecondRange[];
  readonly rows: readonly MillisecondRange[];
}

/** More pieces than this cost more to find than they save: half-hour zones have one at each end of a day. */
const MAX_PIECES = 31;

/**
 * cutRange cuts [from, to) into whole days and hours of UTC that were rolled up, and the rest. An hour in which a bucket begins
 * (half-hour zones), that was not rolled up yet, or that `isUnsettled`, is read from the rows. Undefined when nothing is to be gained.
 */
export function cutRange(question: {
  readonly from: number;
  readonly to: number;
  /** Starts of the buckets; undefined for totals only. */
  readonly bounds: readonly number[] | undefined;
  /** Every hour before this was rolled up. */
  readonly horizon: number;
  readonly unsettled: ReadonlySet<number>;
  /** Whether a table of whole days may be used. */
  readonly mayUseDays: boolean;
}): RangeCut | undefined {
  const { from, to, bounds = [], horizon, unsettled, mayUseDays } = question;
  const end = Math.min(to, horizon);
  const isWhole = buildWholeTest(bounds);
  const cut = { days: [] as MillisecondRange[], hours: [] as MillisecondRange[], rows: [] as MillisecondRange[] };
  let at = from;
  while (at < to) {
    const day = at + DAY_MS;
    const isDay = mayUseDays && at % DAY_MS === 0 && day <= end && isWhole(at, day) && !hasAny(unsettled, at);
    const next = isDay ? day : Math.min((Math.floor(at / HOUR_MS) + 1) * HOUR_MS, to);
    const isHour = next - at === HOUR_MS && next <= end && !unsettled.has(at) && isWhole(at, next);
    if (next > end && !isDay && !isHour && at >= end) {
      extend(cut.rows, at, to);
      break;
    }
    extend(isDay ? cut.days : isHour ? cut.hours : cut.rows, at, next);
    at = next;
  }
  const hasGain = cut.days.length + cut.hours.length > 0;
  return hasGain && Math.max(cut.days.length, cut.hours.length, cut.rows.length) <= MAX_PIECES ? cut : undefined;
}

function extend(ranges: MillisecondRange[], from: number, to: number): void {
  const last = ranges.at(-1);
  if (last?.to === from) ranges[ranges.length - 1] = { from: last.from, to };
  else ranges.push({ from, to });
}

function hasAny(hours: ReadonlySet<number>, day: number): boolean {
  if (hours.size === 0) return false;
  for (let hour = day; hour < day + DAY_MS; hour += HOUR_MS) if (hours.has(hour)) return true;
  return false;
}

/** A cell is whole when no bucket begins inside it. */
function buildWholeTest(bounds: readonly number[]): (from: number, to: number) => boolean {
  const sorted = [...bounds].sort((a, b) => a - b);
  let next = 0;
  return (from, to) => {
    while (next < sorted.length && (sorted[next] ?? 0) <= from) next += 1;
    return next >= sorted.length || (sorted[next] ?? 0) >= to;
  };
}
