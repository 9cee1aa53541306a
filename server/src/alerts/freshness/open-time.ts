import { buildOpeningIntervals, OpeningClock, type OpeningCalendar } from "@watchfloor/sql";

const DAY_MS = 86_400_000;
/** Silence is not counted further back than events may come. */
const MOST_BACK_MS = 400 * DAY_MS;
/** Intervals are built so far ahead at once: the slots of a day need none anew. */
const AHEAD_MS = 2 * DAY_MS;

interface Built {
  readonly fromMs: number;
  readonly toMs: number;
  readonly clock: OpeningClock;
}

/** OpenTime counts the time in which a calendar is open, whatever the clocks on its walls do. What was built for a calendar is kept until it changes. */
export class OpenTime {
  private readonly built = new WeakMap<OpeningCalendar, Built>();

  /** openMs returns the open time in [fromMs, toMs), 400 days at most; without a calendar all of it. */
  openMs(calendar: OpeningCalendar | undefined, fromMs: number, toMs: number): number {
    if (toMs <= fromMs) return 0;
    if (calendar === undefined) return toMs - fromMs;
    const from = Math.max(fromMs, toMs - MOST_BACK_MS);
    return this.open(calendar, from, toMs).openMs(from, toMs);
  }

  private open(calendar: OpeningCalendar, fromMs: number, toMs: number): OpeningClock {
    const known = this.built.get(calendar);
    if (known !== undefined && known.fromMs <= fromMs && known.toMs >= toMs) return known.clock;
    // Twice as far back: the next silence is a little longer.
    const reach = { fromMs: toMs - 2 * (toMs - fromMs) - DAY_MS, toMs: toMs + AHEAD_MS };
    const range = {
      fromMs: Math.min(reach.fromMs, known?.fromMs ?? Infinity),
      toMs: Math.max(reach.toMs, known?.toMs ?? 0),
    };
    const intervals = buildOpeningIntervals(calendar, { from: new Date(range.fromMs), to: new Date(range.toMs) });
    const clock = new OpeningClock(intervals);
    this.built.set(calendar, { ...range, clock });
    return clock;
  }
}
