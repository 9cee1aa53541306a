import type { OpeningCalendar } from "@watchfloor/sql";
import { FeedHours } from "./feed-hours.js";
import type { LearnedFeed } from "./feed-view.js";

const HOUR = 3_600_000;
/** A Wednesday, 07:00 in Berlin: an hour before opening. */
const NOW = new Date("2026-06-03T05:00:00Z");
const daily = [{ from: "08:00", to: "20:00" }];
const calendars: OpeningCalendar[] = [
  {
    id: "shop",
    title: "Shop",
    timeZone: "Europe/Berlin",
    week: [daily, daily, daily, daily, daily, daily, []],
    exceptions: [],
  },
  { id: "never", title: "Never", timeZone: "UTC", week: [[], [], [], [], [], [], []], exceptions: [] },
];
const feed = (source: string, store: string, silentHours: number): LearnedFeed => ({
  ...{ client: "c", source, store, channel: "", partner: "", heartbeatSeconds: 0, workflows: [] },
  ...{ firstSeenMs: 0, newestMs: NOW.getTime() - silentHours * HOUR, receivedMs: 0 },
});
const declared = (source: string, store: string, calendar: string) => ({
  ...{ client: "c", source, store, channel: "", partner: "", cadenceSeconds: 900, declaredAt: NOW, calendar },
});
const knowledge = {
  declared: [declared("own", "1", "never"), declared("pos", "1", ""), declared("lost", "2", "no-such-calendar")],
  calendarOfStore: [{ client: "c", id: "1", calendar: "shop" }],
};

describe("FeedHours", () => {
  it.each<[string, LearnedFeed, number, number, boolean]>([
    ["the night is not counted", feed("pos", "1", 12), 0, 1, false],
    ["an evening is", feed("pos", "1", 13), 0, 2, false],
    ["hours since opening are", feed("pos", "1", 13), 3, 4, true],
    ["a Sunday is not", feed("pos", "1", 24 * 3 + 12), 0, 25, false],
    ["an undeclared feed keeps the hours of its store", feed("web", "1", 13), 0, 2, false],
    ["a feed of its own calendar keeps that", feed("own", "1", 48), 0, 0, false],
    ["a store without hours is always open", feed("pos", "2", 48), 0, 48, true],
    ["a calendar nobody knows is always open", feed("lost", "2", 48), 0, 48, true],
    ["an event ahead of the clock is no silence", feed("pos", "2", -1), 0, 0, true],
  ])("%s", (_, silent, laterHours, expectedHours, isExpected) => {
    const hours = new FeedHours(knowledge, calendars, new Date(NOW.getTime() + laterHours * HOUR));
    expect(hours.silentMs(silent) / HOUR).toBeCloseTo(expectedHours, 9);
    expect(hours.isExpectedNow(silent)).toBe(isExpected);
  });
});
