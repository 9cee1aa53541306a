import { buildOpeningIntervals, OpeningClock, type OpeningCalendar } from "@watchfloor/sql";
import type { FeedKnowledge } from "../metrics/compiler/feed-knowledge.js";
import { renderFeedKey } from "./feed-key.js";
import type { FeedKey, LearnedFeed } from "./feed-view.js";

/** Silence is not counted further back than events may come. */
const MAX_BACK_MS = 400 * 86_400_000;

/** FeedHours says when feeds are expected: by the calendar declared for a feed, else by that of its store, else always. */
export class FeedHours {
  readonly #calendarOf = new Map<string, string>();
  readonly #calendars: ReadonlyMap<string, OpeningCalendar>;
  readonly #clocks = new Map<string, { fromMs: number; clock: OpeningClock }>();
  readonly #nowMs: number;

  constructor({ declared, calendarOfStore }: FeedKnowledge, calendars: readonly OpeningCalendar[], now: Date) {
    for (const { client, id, calendar } of calendarOfStore) this.#calendarOf.set(`${client}\0${id}`, calendar);
    for (const feed of declared) if (feed.calendar !== "") this.#calendarOf.set(renderFeedKey(feed), feed.calendar);
    this.#calendars = new Map(calendars.map((calendar) => [calendar.id, calendar]));
    this.#nowMs = now.getTime();
  }

  /** silentMs returns how much of the time since the newest event of a feed it was expected. */
  silentMs(feed: LearnedFeed): number {
    const calendar = this.#find(feed);
    const fromMs = Math.max(feed.newestMs, this.#nowMs - MAX_BACK_MS);
    if (calendar === undefined) return Math.max(0, this.#nowMs - feed.newestMs);
    return this.#getClock(calendar, fromMs).openMs(fromMs, this.#nowMs);
  }

  /** isExpectedNow tells whether a feed is expected at this moment. */
  isExpectedNow(feed: FeedKey): boolean {
    const calendar = this.#find(feed);
    if (calendar === undefined) return true;
    const range = { from: new Date(this.#nowMs), to: new Date(this.#nowMs + 1) };
    return buildOpeningIntervals(calendar, range).length > 0;
  }

  #find(feed: FeedKey): OpeningCalendar | undefined {
    const id = this.#calendarOf.get(renderFeedKey(feed)) ?? this.#calendarOf.get(`${feed.client}\0${feed.store}`);
    return id === undefined ? undefined : this.#calendars.get(id);
  }

  /** Intervals are built as far back as a feed was silent, and twice as far when another one was silent for longer. */
  #getClock(calendar: OpeningCalendar, fromMs: number): OpeningClock {
    const known = this.#clocks.get(calendar.id);
    if (known !== undefined && known.fromMs <= fromMs) return known.clock;
    const startMs = this.#nowMs - 2 * (this.#nowMs - fromMs);
    const clock = new OpeningClock(
      buildOpeningIntervals(calendar, { from: new Date(startMs), to: new Date(this.#nowMs) }),
    );
    this.#clocks.set(calendar.id, { fromMs: startMs, clock });
    return clock;
  }
}
