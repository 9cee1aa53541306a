import type { OpeningInterval } from "./build-opening-intervals.js";

/** OpeningClock counts open time only: it stands still while a calendar is closed. Outside its intervals nothing is open. */
export class OpeningClock {
  readonly #intervals: readonly OpeningInterval[];
  /** Open milliseconds before each interval. */
  readonly #before: readonly number[];

  /** The intervals must be sorted and apart from each other. */
  constructor(intervals: readonly OpeningInterval[]) {
    this.#intervals = intervals;
    let sum = 0;
    this.#before = intervals.map(({ fromMs, toMs }) => (sum += toMs - fromMs) - (toMs - fromMs));
  }

  /** openMs returns the open time in [fromMs, toMs); 0 when the range is empty. */
  openMs(fromMs: number, toMs: number): number {
    return toMs <= fromMs ? 0 : this.#read(toMs) - this.#read(fromMs);
  }

  /** Open time before an instant: one look-up, clamped to the interval found. */
  #read(ms: number): number {
    let low = 0;
    let high = this.#intervals.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#intervals[middle]?.fromMs ?? 0) <= ms) low = middle + 1;
      else high = middle;
    }
    const interval = this.#intervals[low - 1];
    if (interval === undefined) return 0;
    return (this.#before[low - 1] ?? 0) + Math.min(ms, interval.toMs) - interval.fromMs;
  }
}
