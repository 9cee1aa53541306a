import fc from "fast-check";
import { DateTime } from "luxon";
import { buildOpeningIntervals, type OpeningInterval } from "./build-opening-intervals.js";
import { OpeningClock } from "./opening-clock.js";
import { openingCalendarSchema, type DeclaredCalendar } from "./opening-calendar.js";

const ZONES = ["Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"];
const HOUR = 3_600_000;
const everyDay = (...hours: DeclaredCalendar["week"][number]) => Array.from({ length: 7 }, () => hours);
const build = (given: Partial<DeclaredCalendar>, from: string, to: string) =>
  buildOpeningIntervals(
    openingCalendarSchema.parse({ id: "c", title: "C", timeZone: "UTC", week: everyDay(), ...given }),
    { from: new Date(from), to: new Date(to) },
  );
const show = (intervals: readonly OpeningInterval[]) =>
  intervals.map(({ fromMs, toMs }) => `${new Date(fromMs).toISOString().slice(0, 16)} ${(toMs - fromMs) / HOUR} h`);

describe("buildOpeningIntervals", () => {
  it.each<[string, Partial<DeclaredCalendar>, string, string, string[]]>([
    ["nothing of a calendar that is never open", {}, "2026-06-01T00:00Z", "2026-07-01T00:00Z", []],
    [
      "a break between two openings",
      { timeZone: "Europe/Berlin", week: everyDay({ from: "08:00", to: "12:30" }, { from: "14:00", to: "18:00" }) },
      "2026-06-01T00:00Z",
      "2026-06-02T00:00Z",
      ["2026-06-01T06:00 4.5 h", "2026-06-01T12:00 4 h"],
    ],
    [
      "one interval of days that are open all day, cut to the range",
      { week: everyDay({ from: "00:00", to: "24:00" }) },
      "2026-06-01T05:00Z",
      "2026-06-04T01:00Z",
      ["2026-06-01T05:00 68 h"],
    ],
    [
      "hours over midnight, those of the evening before the range included",
      { week: everyDay({ from: "22:00", to: "02:00" }) },
      "2026-06-01T00:00Z",
      "2026-06-02T00:00Z",
      ["2026-06-01T00:00 2 h", "2026-06-01T22:00 2 h"],
    ],
    [
      "a closed date, other hours of a date, and the weekday",
      {
        week: [[{ from: "08:00", to: "20:00" }], ...everyDay().slice(1)],
        exceptions: [
          { date: "2026-06-08", hours: [] },
          { date: "2026-06-09", title: "long Tuesday", hours: [{ from: "10:00", to: "11:00" }] },
        ],
      },
      "2026-06-01T00:00Z",
      "2026-06-16T00:00Z",
      ["2026-06-01T08:00 12 h", "2026-06-09T10:00 1 h", "2026-06-15T08:00 12 h"],
    ],
    [
      "a night that is an hour shorter",
      { timeZone: "Europe/Berlin", week: everyDay({ from: "22:00", to: "06:00" }) },
      "2026-03-28T12:00Z",
      "2026-03-29T12:00Z",
      ["2026-03-28T21:00 7 h"],
    ],
    [
      "a night that is an hour longer",
      { timeZone: "Europe/Berlin", week: everyDay({ from: "22:00", to: "06:00" }) },
      "2026-10-24T12:00Z",
      "2026-10-25T12:00Z",
      ["2026-10-24T20:00 9 h"],
    ],
    [
      "opening at a time that clocks jump over: at the jump",
      { timeZone: "Europe/Berlin", week: everyDay({ from: "02:30", to: "05:00" }) },
      "2026-03-29T00:00Z",
      "2026-03-30T00:00Z",
      ["2026-03-29T01:00 2 h"],
    ],
    [
      "closing at a time that clocks show twice: at the second",
      { timeZone: "Europe/Berlin", week: everyDay({ from: "01:00", to: "02:30" }) },
      "2026-10-25T00:00Z",
      "2026-10-26T00:00Z",
      ["2026-10-25T00:00 1.5 h"],
    ],
    [
      "a day whose midnight clocks jumped over",
      { timeZone: "America/Sao_Paulo", week: everyDay({ from: "00:00", to: "24:00" }) },
      "2018-11-04T00:00Z",
      "2018-11-05T00:00Z",
      ["2018-11-04T00:00 24 h"],
    ],
    [
      "a morning after that midnight",
      { timeZone: "America/Sao_Paulo", week: everyDay({ from: "00:00", to: "08:00" }) },
      "2018-11-04T00:00Z",
      "2018-11-04T20:00Z",
      ["2018-11-04T03:00 7 h"],
    ],
    [
      "half an hour more where clocks change by half an hour",
      { timeZone: "Australia/Lord_Howe", week: everyDay({ from: "00:00", to: "06:00" }) },
      "2026-04-04T06:00Z",
      "2026-04-05T06:00Z",
      ["2026-04-04T13:00 6.5 h"],
    ],
    [
      "a zone at half an hour",
      { timeZone: "Asia/Kolkata", week: everyDay({ from: "09:00", to: "21:00" }) },
      "2026-06-01T00:00Z",
      "2026-06-02T00:00Z",
      ["2026-06-01T03:30 12 h"],
    ],
  ])("gives %s", (_, calendar, from, to, expected) => {
    expect(show(build(calendar, from, to))).toEqual(expected);
  });

  const time = fc.integer({ min: 0, max: 287 }).map((five) => {
    const [hour, minute] = [Math.floor(five / 12), (five % 12) * 5];
    return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  });
  const hours = fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to);
  const calendar = fc.record({
    timeZone: fc.constantFrom(...ZONES),
    week: fc.array(fc.array(hours, { maxLength: 3 }), { minLength: 7, maxLength: 7 }),
    exceptions: fc.array(
      fc.record({
        date: fc.constantFrom("2026-03-29", "2026-10-25", "2026-04-05"),
        hours: fc.array(hours, { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
  });
  const instant = fc.integer({ min: Date.parse("2026-03-01"), max: Date.parse("2026-11-30") });
  const parse = (given: object) => openingCalendarSchema.parse({ id: "c", title: "C", ...given });
  const split = (a: number, b: number) => ({ from: new Date(Math.min(a, b)), to: new Date(Math.max(a, b)) });

  it("is sorted, apart, within the range, on whole slices, and the same in parts", () => {
    fc.assert(
      fc.property(
        calendar,
        instant,
        fc.integer({ min: 1, max: 240 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, start, length, share) => {
          const range = split(start, start + length * HOUR);
          const whole = buildOpeningIntervals(parse(given), range);
          const middle = new Date(start + Math.floor(length * HOUR * share));
          const parts = [
            { from: range.from, to: middle },
            { from: middle, to: range.to },
          ].flatMap((part) => buildOpeningIntervals(parse(given), part));
          let endMs = range.from.getTime() - 1;
          for (const { fromMs, toMs } of whole) {
            expect(fromMs).toBeGreaterThan(endMs);
            expect(toMs).toBeGreaterThan(fromMs);
            expect(fromMs % 300_000 === 0 || fromMs === range.from.getTime()).toBe(true);
            endMs = toMs;
          }
          expect(endMs).toBeLessThanOrEqual(range.to.getTime());
          const sum = (intervals: readonly OpeningInterval[]) =>
            intervals.reduce((ms, each) => ms + each.toMs - each.fromMs, 0);
          expect(sum(parts)).toBe(sum(whole));
          const clock = new OpeningClock(whole);
          expect(clock.openMs(range.from.getTime(), range.to.getTime())).toBe(sum(whole));
          expect(
            clock.openMs(range.from.getTime(), middle.getTime()) + clock.openMs(middle.getTime(), range.to.getTime()),
          ).toBe(sum(whole));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("is open when the clocks on the wall show one of its hours", () => {
    fc.assert(
      fc.property(calendar, instant, (given, atMs) => {
        const { timeZone, week, exceptions } = parse(given);
        const local = DateTime.fromMillis(atMs, { zone: timeZone });
        const hoursOf = (day: DateTime) =>
          [...exceptions].reverse().find(({ date }) => date === day.toISODate())?.hours ?? week[day.weekday - 1] ?? [];
        const clock = local.toFormat("HH:mm");
        const isToday = hoursOf(local).some(({ from, to }) => clock >= from && (to < from || clock < to));
        const isFromYesterday = hoursOf(local.minus({ days: 1 })).some(({ from, to }) => to < from && clock < to);
        const [found] = buildOpeningIntervals(parse(given), { from: new Date(atMs), to: new Date(atMs + 1) });
        // Where clocks repeat an hour it may be open although they show a time at which it had closed before.
        if (isToday || isFromYesterday) expect(found).toBeDefined();
        else if (local.getPossibleOffsets().length === 1) expect(found).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [{ week: everyDay({ from: "08:02", to: "20:00" }) }],
    [{ week: everyDay({ from: "08:00", to: "08:00" }) }],
    [{ week: everyDay({ from: "24:00", to: "08:00" }) }],
    [{ week: everyDay().slice(1) }],
    [{ timeZone: "Mars/Olympus" }],
    [{ exceptions: [{ date: "2026-02-30", hours: [] }] }],
  ])("refuses %j", (wrong) => {
    expect(
      openingCalendarSchema.safeParse({ id: "c", title: "C", timeZone: "UTC", week: everyDay(), ...wrong }).success,
    ).toBe(false);
  });
});
