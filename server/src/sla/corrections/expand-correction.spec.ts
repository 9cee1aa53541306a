import fc from "fast-check";
import { DateTime } from "luxon";
import { expandCorrection } from "./expand-correction.js";

const RANGE = { fromMs: Date.parse("2018-01-01"), toMs: Date.parse("2027-01-01") };
const correction = (from: string, to: string, recurrence: string, timeZone: string) => ({
  ...{ from: new Date(from), to: new Date(to) },
  ...{ recurrence, timeZone },
});
const show = (given: ReturnType<typeof correction>, fromDay: string, toDay: string) =>
  expandCorrection(given, { fromMs: Date.parse(fromDay), toMs: Date.parse(toDay) }).map(
    ({ fromMs, toMs }) => `${new Date(fromMs).toISOString().slice(0, 16)} ${(toMs - fromMs) / 3_600_000} h`,
  );

describe("expandCorrection", () => {
  it.each<[string, ReturnType<typeof correction>, string, string, string[]]>([
    [
      "one that happens once, cut to the range",
      correction("2026-01-01T00:00Z", "2026-01-03T00:00Z", "", "UTC"),
      "2026-01-02",
      "2026-01-05",
      ["2026-01-02T00:00 24 h"],
    ],
    [
      "the same clock time on both sides of a clock change",
      correction("2026-03-15T01:00Z", "2026-03-15T03:00Z", "FREQ=WEEKLY;BYDAY=SU", "Europe/Berlin"),
      "2026-03-20",
      "2026-04-10",
      ["2026-03-22T01:00 2 h", "2026-03-29T01:00 2 h", "2026-04-05T00:00 2 h"],
    ],
    [
      "a time that clocks jump over: at the jump",
      correction("2026-03-15T01:30Z", "2026-03-15T02:30Z", "FREQ=WEEKLY", "Europe/Berlin"),
      "2026-03-28",
      "2026-03-30",
      ["2026-03-29T01:00 1 h"],
    ],
    [
      "a time that clocks show twice: at the first",
      correction("2026-10-18T00:30Z", "2026-10-18T01:30Z", "FREQ=WEEKLY", "Europe/Berlin"),
      "2026-10-24",
      "2026-10-26",
      ["2026-10-25T00:30 1 h"],
    ],
    [
      "a midnight that clocks jumped over",
      correction("2018-11-01T03:00Z", "2018-11-01T05:00Z", "FREQ=DAILY", "America/Sao_Paulo"),
      "2018-11-03",
      "2018-11-06",
      ["2018-11-03T03:00 2 h", "2018-11-04T03:00 2 h", "2018-11-05T02:00 2 h"],
    ],
    [
      "a change of half an hour",
      correction("2026-04-03T15:00Z", "2026-04-03T16:00Z", "FREQ=DAILY;COUNT=3", "Australia/Lord_Howe"),
      "2026-04-01",
      "2026-05-01",
      ["2026-04-03T15:00 1 h", "2026-04-04T15:30 1 h", "2026-04-05T15:30 1 h"],
    ],
    [
      "until an instant, that instant included",
      correction("2026-05-01T20:00Z", "2026-05-01T21:00Z", "FREQ=DAILY;UNTIL=20260503T200000Z", "Asia/Kolkata"),
      "2026-05-01",
      "2026-06-01",
      ["2026-05-01T20:00 1 h", "2026-05-02T20:00 1 h", "2026-05-03T20:00 1 h"],
    ],
    [
      "one that began before the range and reaches into it",
      correction("2026-05-01T20:00Z", "2026-05-03T08:00Z", "FREQ=MONTHLY", "UTC"),
      "2026-06-02",
      "2026-06-10",
      ["2026-06-02T00:00 32 h"],
    ],
  ])("gives %s", (_, given, from, to, expected) => {
    expect(show(given, from, to)).toEqual(expected);
  });

  const zone = fc.constantFrom("Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata");
  it("begins each day at the same time of the clocks, as luxon reads them, where they show it once", () => {
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 287 }), (timeZone, five) => {
        const first = DateTime.fromISO("2018-10-01", { zone: timeZone }).plus({ minutes: five * 5 });
        const given = {
          from: first.toJSDate(),
          to: first.plus({ minutes: 5 }).toJSDate(),
          recurrence: "FREQ=DAILY",
          timeZone,
        };
        const found = expandCorrection(given, { ...RANGE, toMs: Date.parse("2020-01-01") });
        const days = new Set<string | null>();
        for (const { fromMs } of found) {
          const local = DateTime.fromMillis(fromMs, { zone: timeZone });
          days.add(local.toISODate());
          const isShown =
            DateTime.fromISO(`${local.toISODate() ?? ""}T${first.toFormat("HH:mm")}`, { zone: timeZone }).toFormat(
              "HH:mm",
            ) === first.toFormat("HH:mm");
          if (isShown) expect(local.toFormat("HH:mm")).toBe(first.toFormat("HH:mm"));
        }
        expect([...days]).toEqual(found.map((_, day) => first.plus({ days: day }).toISODate()));
        expect(found.length).toBeGreaterThanOrEqual(456);
      }),
      { numRuns: 40 },
    );
  });
});
