import type { OpeningInterval } from "@watchfloor/sql";

/**
 * WorkingClock counts the time in which a clock runs: F(t), and back. Outside its intervals it stands still. `buildClockExpressions` is the
 * same in SQL, and a property test holds the two together.
 */
export class WorkingClock {
  readonly #intervals: readonly OpeningInterval[];
  /** What the clock shows at the beginning of each interval. */
  readonly #before: readonly number[];

  /** The intervals must be sorted and apart from each other; none = the clock never runs. */
  constructor(intervals: readonly OpeningInterval[]) {
    this.#intervals = intervals;
    let sum = 0;
    this.#before = intervals.map(({ fromMs, toMs }) => (sum += toMs - fromMs) - (toMs - fromMs));
  }

  /** measure returns what the clock shows at an instant: F(t), in milliseconds. */
  measure(atMs: number): number {
    const index = findLast(this.#intervals.length, (each) => (this.#intervals[each]?.fromMs ?? 0) <= atMs);
    const interval = this.#intervals[index];
    if (interval === undefined) return 0;
    return (this.#before[index] ?? 0) + Math.min(atMs, interval.toMs) - interval.fromMs;
  }

  /** findEnd returns the last instant at which the clock shows no more than `shown`: a deadline; Infinity = always. */
  findEnd(shown: number): number {
    return this.#find(shown, (before) => before <= shown, 1);
  }

  /** findBegin returns the first instant at which the clock shows at least `shown` (> 0); Infinity = never. */
  findBegin(shown: number): number {
    return this.#find(shown, (before) => before < shown, 0);
  }

  #find(shown: number, isBefore: (before: number) => boolean, spareMs: number): number {
    const index = findLast(this.#before.length, (each) => isBefore(this.#before[each] ?? 0));
    const interval = this.#intervals[index];
    if (interval === undefined) return Infinity;
    const rest = shown - (this.#before[index] ?? 0);
    return rest + spareMs <= interval.toMs - interval.fromMs ? interval.fromMs + rest : Infinity;
  }
}

/** WALL_CLOCK always runs. */
export const WALL_CLOCK: Pick<WorkingClock, "measure" | "findEnd" | "findBegin"> = {
  measure: (atMs) => atMs,
  findEnd: (shown) => shown,
  findBegin: (shown) => shown,
};

/** The last index that fits, -1 if none does; those that fit come first. */
function findLast(length: number, fits: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fits(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
