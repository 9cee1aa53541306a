import fc from "fast-check";
import { DateTime } from "luxon";
import { buildRetailComparison } from "./build-retail-comparison.js";
import { buildRetailEdges } from "./build-retail-edges.js";
import { findRetailYear } from "./find-retail-year.js";
import { listRetailPeriods, RETAIL_UNITS } from "./list-retail-periods.js";
import { RETAIL_PATTERNS, YEAR_STARTS, type RetailCalendar } from "./retail-calendar.js";

const NRF: RetailCalendar = { firstMonth: 2, firstWeekday: 7, pattern: "4-5-4", yearStart: "NEAREST" };
const ISO: RetailCalendar = { firstMonth: 1, firstWeekday: 1, pattern: "4-4-5", yearStart: "NEAREST" };
const ZONES = ["Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"];

const anyCalendar = fc.record({
  firstMonth: fc.integer({ min: 1, max: 12 }),
  firstWeekday: fc.integer({ min: 1, max: 7 }),
  pattern: fc.constantFrom(...RETAIL_PATTERNS),
  yearStart: fc.constantFrom(...YEAR_STARTS),
});
const anyZone = fc.constantFrom(...ZONES);
/** 1995 to 2045: Sao Paulo skipped midnights until 2018, Lord Howe moves by half an hour. */
const anyInstant = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2045, 0, 1) });
const at = (ms: number, zone: string) => DateTime.fromMillis(ms, { zone });
const dayOf = (instant: DateTime) => instant.toFormat("yyyy-MM-dd");

describe("retail years", () => {
  // The published calendar of the National Retail Federation: 2017 and 2023 have 53 weeks.
  it.each([
    ["2017-01-29", 53],
    ["2018-02-04", 52],
    ["2022-01-30", 52],
    ["2023-01-29", 53],
    ["2024-02-04", 52],
    ["2025-02-02", 52],
    ["2026-02-01", 52],
  ])("of the federation: one begins on %s with %i weeks", (start, weeks) => {
    const year = findRetailYear(NRF, DateTime.fromISO(`${start}T12:00`, { zone: "America/New_York" }));
    expect([dayOf(year.start), year.weeks]).toEqual([start, weeks]);
  });

  it("are those of ISO 8601 weeks where they begin with the Monday nearest to January", () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (ms, zone) => {
        const instant = at(ms, zone);
        const { start, weeks } = findRetailYear(ISO, instant);
        const first = DateTime.fromObject({ weekYear: instant.weekYear, weekNumber: 1, weekday: 1 }, { zone });
        return dayOf(start) === dayOf(first) && weeks === instant.weeksInWeekYear;
      }),
    );
  });

  it("hold the instant, begin on their weekday in 52 or 53 whole weeks, and follow each other without gap", () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyZone, (calendar, ms, zone) => {
        const instant = at(ms, zone);
        const { start, weeks } = findRetailYear(calendar, instant);
        const next = start.plus({ weeks }).startOf("day");
        const anchor = DateTime.utc(start.plus({ days: 7 }).year, calendar.firstMonth, 1);
        const distances = [-1, 0, 1].map((years) =>
          Math.round(DateTime.utc(start.year, start.month, start.day).diff(anchor.plus({ years }), "days").days),
        );
        const isNear = distances.some((days) =>
          calendar.yearStart === "NEAREST" ? Math.abs(days) <= 3 : days <= 0 && days > -7,
        );
        return (
          start <= instant &&
          instant < next &&
          start.weekday === calendar.firstWeekday &&
          isNear &&
          dayOf(findRetailYear(calendar, next).start) === dayOf(next)
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe("retail periods", () => {
  it.each([
    ["4-4-5", ["2026-02-01", "2026-03-01", "2026-03-29", "2026-05-03"]],
    ["4-5-4", ["2026-02-01", "2026-03-01", "2026-04-05", "2026-05-03"]],
    ["5-4-4", ["2026-02-01", "2026-03-08", "2026-04-05", "2026-05-03"]],
  ] as const)("of %s", (pattern, expected) => {
    const months = listRetailPeriods({ ...NRF, pattern }, "MONTH", DateTime.fromISO("2026-06-01", { zone: "UTC" }));
    expect(months.slice(0, 4).map(dayOf)).toEqual(expected);
  });

  it("are whole weeks; the 53rd belongs to the last month, quarter and week", () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyZone, fc.constantFrom(...RETAIL_UNITS), (calendar, ms, zone, unit) => {
        const periods = listRetailPeriods(calendar, unit, at(ms, zone));
        const { weeks } = findRetailYear(calendar, at(ms, zone));
        const lengths = periods.slice(1).map((end, place) => Math.round(end.diff(periods[place] ?? end, "days").days));
        const count = { YEAR: 1, QUARTER: 4, MONTH: 12, WEEK: weeks }[unit];
        return (
          lengths.length === count &&
          lengths.every((days) => days % 7 === 0 && days > 0) &&
          lengths.reduce((sum, days) => sum + days, 0) === weeks * 7 &&
          periods.every(
            (start) => start.hour * 60 + start.minute === start.startOf("day").hour * 60 + start.startOf("day").minute,
          )
        );
      }),
      { numRuns: 300 },
    );
  });

  it("cover a range without gap or overlap, whatever the zone does to its clocks", () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyInstant,
        fc.integer({ min: 1, max: 900 }),
        anyZone,
        fc.constantFrom(...RETAIL_UNITS),
        (calendar, ms, days, timeZone, unit) => {
          const range = { from: new Date(ms), to: new Date(ms + days * 86_400_000), timeZone };
          const edges = buildRetailEdges(calendar, unit, range);
          const isRising = edges.slice(1).every((edge, place) => edge > (edges[place] ?? edge));
          const [first = 0] = edges;
          const [beforeLast = 0, last = 0] = edges.slice(-2);
          return (
            isRising &&
            first <= ms &&
            (edges[1] ?? 0) > ms &&
            last >= +range.to &&
            beforeLast < +range.to &&
            edges.every((edge) => at(edge, timeZone).equals(at(edge, timeZone).startOf("day")))
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("buildRetailComparison", () => {
  const compare = (
    comparison: "PREVIOUS_PERIOD" | "SAME_PERIOD_LAST_YEAR",
    from: string,
    to: string,
    zone = "Europe/Berlin",
  ) => {
    const [start, end] = [from, to].map((day) => DateTime.fromISO(day, { zone }));
    const range = start && end && buildRetailComparison(NRF, comparison, { from: start, to: end });
    return range && [dayOf(range.from), dayOf(range.to)];
  };

  it.each([
    ["a month with the one before, of another length", "2026-04-05", "2026-05-03", ["2026-03-01", "2026-04-05"]],
    ["a quarter with the one before, over the year", "2026-02-01", "2026-05-03", ["2025-11-02", "2026-02-01"]],
    ["two quarters with two", "2026-02-01", "2026-08-02", ["2025-08-03", "2026-02-01"]],
    ["a year with the longer one before", "2024-02-04", "2025-02-02", ["2023-01-29", "2024-02-04"]],
    ["five quarters with five", "2025-02-02", "2026-05-03", ["2023-10-29", "2025-02-02"]],
    ["a week over the clock change with the one before", "2026-03-29", "2026-04-05", ["2026-03-22", "2026-03-29"]],
    ["three days with three", "2026-06-02", "2026-06-05", ["2026-05-30", "2026-06-02"]],
  ])("compares %s", (_, from, to, expected) => {
    expect(compare("PREVIOUS_PERIOD", from, to)).toEqual(expected);
  });

  it.each([
    ["a Saturday with the Saturday of the same week", "2026-03-07", "2026-03-08", ["2025-03-08", "2025-03-09"]],
    ["a month by its number", "2026-04-05", "2026-05-03", ["2025-04-06", "2025-05-04"]],
    ["week 1 after a year of 53 weeks", "2024-02-04", "2024-02-11", ["2023-01-29", "2023-02-05"]],
    ["the last quarter of 53 weeks with one of 13", "2023-10-29", "2024-02-04", ["2022-10-30", "2023-01-29"]],
    ["week 53 with week 52", "2024-01-28", "2024-02-04", ["2023-01-22", "2023-01-29"]],
    ["a day of week 53", "2024-01-30", "2024-01-31", ["2023-01-24", "2023-01-25"]],
  ])("a year before: %s", (_, from, to, expected) => {
    expect(compare("SAME_PERIOD_LAST_YEAR", from, to)).toEqual(expected);
  });

  it("leaves what is not made of days to others", () => {
    expect(compare("PREVIOUS_PERIOD", "2026-03-07T10:00", "2026-03-07T12:00")).toBeUndefined();
  });

  it("always meets weekday with weekday a year before, in the year before, and previous periods end where this one begins", () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 60 }), anyZone, (calendar, ms, days, zone) => {
        const from = at(ms, zone).startOf("day");
        const to = from.plus({ days }).startOf("day");
        const year = buildRetailComparison(calendar, "SAME_PERIOD_LAST_YEAR", { from, to });
        const previous = buildRetailComparison(calendar, "PREVIOUS_PERIOD", { from, to });
        if (year === undefined || previous === undefined) return false;
        const { start } = findRetailYear(calendar, from);
        return (
          year.from.weekday === from.weekday &&
          year.to.weekday === to.weekday &&
          year.from < start &&
          year.from < year.to &&
          dayOf(findRetailYear(calendar, year.from).start) ===
            dayOf(findRetailYear(calendar, start.minus({ days: 1 })).start) &&
          +previous.to === +from &&
          previous.from < previous.to
        );
      }),
      { numRuns: 500 },
    );
  });
});
