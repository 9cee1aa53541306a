import fc from "fast-check";
import { DateTime } from "luxon";
import { buildBucketEdges, countBuckets } from "./build-bucket-edges.js";
import { GRANULARITIES } from "../metric-words.js";

const at = (text: string) => new Date(text);
const hoursBetween = (edges: number[]) =>
  edges.slice(1).map((edge, position) => (edge - (edges[position] ?? 0)) / 3_600_000);

describe("buildBucketEdges", () => {
  it.each([
    ["the clock goes forward", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", [23]],
    ["the clock goes back", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", [25]],
    ["an ordinary day", "2026-05-04T22:00:00Z", "2026-05-05T22:00:00Z", [24]],
  ])("a Berlin day on which %s", (_, from, to, hours) => {
    expect(hoursBetween(buildBucketEdges("DAY", at(from), at(to), "Europe/Berlin"))).toEqual(hours);
  });

  it.each([
    ["2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 23],
    ["2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 25],
  ])("the hours of a Berlin day from %s are all 60 minutes", (from, to, count) => {
    const edges = buildBucketEdges("HOUR", at(from), at(to), "Europe/Berlin");
    expect(hoursBetween(edges)).toEqual(Array.from({ length: count }, () => 1));
  });

  it.each(["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"])(
    "finds the hour of %s although the clock shows it twice",
    (from) => {
      const [first] = buildBucketEdges("HOUR", at(from), at("2026-10-25T02:00:00Z"), "Europe/Berlin");
      expect(new Date(first ?? 0).toISOString()).toBe(`${from.slice(0, 13)}:00:00.000Z`);
    },
  );

  it("starts hours of a zone with half an hour at its own", () => {
    const [first] = buildBucketEdges("HOUR", at("2026-05-05T10:10:00Z"), at("2026-05-05T12:00:00Z"), "Asia/Kolkata");
    expect(new Date(first ?? 0).toISOString()).toBe("2026-05-05T09:30:00.000Z");
  });

  it("weeks start on Monday, months and quarters on the first", () => {
    const first = (granularity: "WEEK" | "MONTH" | "QUARTER") =>
      new Date(buildBucketEdges(granularity, at("2026-05-06T10:00:00Z"), at("2026-05-07T00:00:00Z"), "UTC")[0] ?? 0)
        .toISOString()
        .slice(0, 10);
    expect([first("WEEK"), first("MONTH"), first("QUARTER")]).toEqual(["2026-05-04", "2026-05-01", "2026-04-01"]);
  });

  it.each(GRANULARITIES)(
    "%s: never more buckets than counted beforehand, and they touch the whole range",
    (granularity) => {
      const from = at("2026-03-27T10:07:03.001Z");
      const to = at("2026-04-02T00:00:00.000Z");
      const edges = buildBucketEdges(granularity, from, to, "Europe/Berlin");
      expect(edges.length - 1).toBeLessThanOrEqual(countBuckets(granularity, from, to));
      expect(edges[0]).toBeLessThanOrEqual(from.getTime());
      expect(edges.at(-1)).toBeGreaterThanOrEqual(to.getTime());
      expect(edges.at(-2)).toBeLessThan(to.getTime());
    },
  );

  const CALENDAR = { DAY: "day", WEEK: "week", MONTH: "month", QUARTER: "quarter", YEAR: "year" } as const;
  const anyRange = fc.record({
    fromMs: fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2040, 0, 1) }),
    hours: fc.integer({ min: 1, max: 24 * 800 }),
    zone: fc.constantFrom("Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"),
    granularity: fc.constantFrom(...(Object.keys(CALENDAR) as (keyof typeof CALENDAR)[])),
  });

  it("days and longer begin where the zone's do, without gap or overlap, in every year and through every clock change", () => {
    fc.assert(
      fc.property(anyRange, ({ fromMs, hours, zone, granularity }) => {
        const toMs = fromMs + hours * 3_600_000;
        const edges = buildBucketEdges(granularity, new Date(fromMs), new Date(toMs), zone);
        const starts = edges.map((edge) => DateTime.fromMillis(edge, { zone }));
        const isFollowing = starts.slice(1).every((start, place) => {
          const before = starts[place];
          // One more of the same length: the instant before an edge still lies in the bucket before it.
          const last = start.minus({ milliseconds: 1 }).startOf(CALENDAR[granularity]);
          return before !== undefined && start > before && +last === +before;
        });
        return (
          isFollowing &&
          starts.every((start) => +start === +start.startOf(CALENDAR[granularity])) &&
          (edges[0] ?? 0) <= fromMs &&
          (edges[1] ?? 0) > fromMs &&
          (edges.at(-1) ?? 0) >= toMs &&
          (edges.at(-2) ?? 0) < toMs
        );
      }),
      { numRuns: 500 },
    );
  });
});
