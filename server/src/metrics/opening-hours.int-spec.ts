import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seedRegistry, storeOpeningIntervals } from "@watchfloor/sql";
import { DateTime } from "luxon";
import { FeedRepository } from "../feeds/feed.repository.js";
import { buildScope } from "../scope/scope.js";
import { Dice } from "./testing/dice.js";
import { insertRows } from "./testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "./testing/open-metrics-world.js";

const MINUTE = 60_000;
const SLICE = 300_000;
/** Clocks in Berlin go forward on the 29th, a Sunday; the 28th is a holiday. */
const FROM = Date.parse("2026-03-26T13:07:00Z");
const NOW = Date.parse("2026-03-31T16:48:00Z");
const ZONE = "Europe/Berlin";
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });

interface Feed {
  readonly source: string;
  readonly store: string;
  readonly cadence: number;
  readonly heard: readonly number[];
  /** Whether the clocks on the wall show a time at which it is expected; no part of the product. */
  readonly isOpen: (minute: number) => boolean;
}

const FIRST_MINUTE = Math.floor((FROM - 86_400_000 * 5) / MINUTE);
const LAST_MINUTE = Math.ceil((NOW + 7_200_000) / MINUTE);

/** 08:30 to 13:00 and 14:00 to 20:00 on weekdays, 22:00 to 03:00 from Saturday on, Sunday else closed; nothing on the 27th, a Friday. */
function readClock(ms: number): boolean {
  const local = DateTime.fromMillis(ms, { zone: ZONE });
  const clock = local.toFormat("HH:mm");
  if (local.toISODate() === "2026-03-27") return false;
  if (local.weekday === 7) return clock < "03:00";
  if (local.weekday === 6 && clock >= "22:00") return true;
  return local.weekday < 6 && ((clock >= "08:30" && clock < "13:00") || (clock >= "14:00" && clock < "20:00"));
}

const shop = Array.from({ length: LAST_MINUTE - FIRST_MINUTE + 1 }, (_, place) =>
  readClock((FIRST_MINUTE + place) * MINUTE),
);
const isShopOpen = (ms: number) => shop[Math.floor(ms / MINUTE) - FIRST_MINUTE] ?? false;

describe("coverage and silence in opening hours", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-opening-"));
  let world: MetricsWorld;
  const dice = new Dice(5);
  const draw = (everyMinutes: number, keep: number) =>
    Array.from({ length: Math.ceil((NOW + 3_600_000 - FROM + 86_400_000 * 4) / (everyMinutes * MINUTE)) }, (_, place) =>
      Math.floor(FROM - 86_400_000 * 4 + (place + dice.next()) * everyMinutes * MINUTE),
    ).filter(() => dice.chance(keep));
  const weekdays = [
    { from: "08:30", to: "13:00" },
    { from: "14:00", to: "20:00" },
  ];
  const always = () => true;
  const FEEDS: readonly Feed[] = [
    { source: "pos", store: "s1", cadence: 900, heard: draw(6, 0.8), isOpen: isShopOpen },
    { source: "day", store: "s1", cadence: 4_500, heard: draw(40, 0.7).filter(isShopOpen), isOpen: isShopOpen },
    { source: "slow", store: "s1", cadence: 36_000, heard: draw(700, 0.5), isOpen: isShopOpen },
    { source: "fast", store: "s1", cadence: 90, heard: draw(2, 0.6), isOpen: isShopOpen },
    { source: "pos", store: "s2", cadence: 900, heard: draw(11, 0.8), isOpen: always },
    { source: "dense", store: "s2", cadence: 600, heard: draw(1, 1), isOpen: always },
    { source: "own", store: "s2", cadence: 1_800, heard: draw(20, 0.6), isOpen: isShopOpen },
    { source: "never", store: "s1", cadence: 600, heard: [], isOpen: isShopOpen },
    { source: "closed", store: "s1", cadence: 600, heard: draw(60, 0.5), isOpen: () => false },
    { source: "unknown", store: "s1", cadence: 600, heard: draw(9, 0.5), isOpen: always },
  ];

  /** Not declared, heard every half an hour while the shop is open. */
  const TILL = {
    ...{ source: "till", store: "s1" },
    heard: Array.from({ length: 24 * 2 * 12 }, (_, place) => FIRST_MINUTE * MINUTE + place * 1_800_000)
      .map((ms) => Math.floor(ms / 1_800_000) * 1_800_000 + 5 * MINUTE)
      .filter((ms) => ms < NOW && isShopOpen(ms)),
  };

  beforeAll(async () => {
    world = await openMetricsWorld(directory, new Date(NOW));
    const calendarOf: Record<string, string> = { own: "shop", closed: "never-open", unknown: "not-written-yet" };
    await seedRegistry(
      world.postgres,
      "t1",
      {
        calendars: [
          {
            ...{ id: "shop", title: "Shop", timeZone: ZONE },
            week: [...Array.from({ length: 5 }, () => weekdays), [{ from: "22:00", to: "03:00" }], []],
            exceptions: [{ date: "2026-03-27", hours: [] }],
          },
          { id: "never-open", title: "Never", timeZone: ZONE, week: [[], [], [], [], [], [], []] },
        ],
        stores: [{ client: "c1", id: "s1", title: "S1", region: "north", calendar: "shop" }],
        feeds: FEEDS.map(({ source, store, cadence }) => ({
          ...{ client: "c1", source, store, cadenceSeconds: cadence },
          ...(calendarOf[source] === undefined ? {} : { calendar: calendarOf[source] }),
        })),
      },
      new Date(FROM - 86_400_000),
    );
    expect(await storeOpeningIntervals(world, new Date(NOW))).toBe(2);
    expect(await storeOpeningIntervals(world, new Date(NOW))).toBe(0);
    for (const { source, store, heard } of [...FEEDS.filter((feed) => feed.heard.length > 0), TILL]) {
      const feed = { tenant: "t1", client: "c1", source, store, channel: "", partner: "" };
      const rows = heard.map((ms) => ({
        ...feed,
        day: new Date(ms).toISOString().slice(0, 10),
        slice: new Date(Math.floor(ms / SLICE) * SLICE).toISOString().replace("T", " ").slice(0, 19),
        newest: new Date(ms),
      }));
      await insertRows(world.clickhouse, "feed_activity", rows);
      const times = { first_seen: new Date(Math.min(...heard)), newest: new Date(Math.max(...heard)) };
      const learned = { received: new Date(NOW), cadence: "('2026-01-01 00:00:00.000',0)", workflows: "['w']" };
      await insertRows(world.clickhouse, "feed", [{ ...feed, ...times, ...learned }]);
    }
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  /** Minutes that are open, counted one by one. */
  const countOpenMinutes = (feed: Feed) => {
    const before = new Map<number, number>();
    let open = 0;
    for (let minute = FIRST_MINUTE; minute <= LAST_MINUTE; minute += 1) {
      before.set(minute, open);
      if (feed.isOpen(minute * MINUTE)) open += 1;
    }
    return (fromMs: number, toMs: number) =>
      (before.get(Math.floor(toMs / MINUTE)) ?? NaN) - (before.get(Math.floor(fromMs / MINUTE)) ?? NaN);
  };
  const openMinutes = new Map(FEEDS.map((feed) => [feed, countOpenMinutes(feed)]));
  const passed = (feed: Feed, from: number, to: number) => openMinutes.get(feed)?.(from, to) ?? NaN;

  it("learns a rhythm from open time only: half an hour, however long the night", async () => {
    const groups = await ask({ metrics: ["coverage"], groupBy: ["STORE", "SOURCE"] });
    const till = groups.find(({ key }) => key[1]?.id === "till")?.values[0];
    expect(till?.denominator).toBe(measure(FEEDS[0] as Feed, FROM, NOW).denominator);
    expect(till?.numerator).toBe(till?.denominator);
    const knowledge = await world.registry.findFeedKnowledge("t1");
    const cadences = await new FeedRepository(world.clickhouse).learnCadences("t1", knowledge, new Date(NOW));
    expect([...cadences].find(([key]) => key.split("\0")[1] === "till")?.[1]).toBe(1_800);
  });

  /** The definition read aloud: every complete slice in which it is expected, one by one, and whether it is measured. */
  const readSlices = (feed: Feed) => {
    const slices = new Map<number, boolean>();
    const expectedFrom = feed.heard.length === 0 ? FROM - 86_400_000 : Math.min(...feed.heard);
    const heard = [...feed.heard].sort((a, b) => a - b);
    let newest = 0;
    for (let slice = Math.ceil(FROM / SLICE) * SLICE; slice + SLICE <= NOW; slice += SLICE) {
      while ((heard[0] ?? Infinity) < slice + SLICE) newest = heard.shift() ?? 0;
      if (!feed.isOpen(slice) || slice + SLICE <= expectedFrom) continue;
      slices.set(slice, newest > 0 && passed(feed, newest, slice + SLICE) <= Math.ceil(feed.cadence / 60));
    }
    return slices;
  };
  const slicesOf = new Map(FEEDS.map((feed) => [feed, readSlices(feed)]));
  function measure(feed: Feed, from: number, to: number) {
    const within = [...(slicesOf.get(feed) ?? [])].filter(([slice]) => slice >= from && slice + SLICE <= to);
    return { numerator: within.filter(([, isMeasured]) => isMeasured).length, denominator: within.length };
  }

  async function ask(question: {
    metrics: string[];
    groupBy?: ("STORE" | "SOURCE")[];
    granularity?: "HOUR" | "DAY";
    from?: number;
    to?: number;
  }) {
    const { from = FROM, to = NOW + 3_600_000, ...rest } = question;
    const outcome = await world.service.ask(
      admin,
      { from: new Date(from), to: new Date(to), timeZone: ZONE, ...rest },
      { coverage: false },
    );
    if (!outcome.isAnswered) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.answer.groups;
  }
  const find = (groups: Awaited<ReturnType<typeof ask>>, { store, source }: Feed) =>
    groups.find(({ key }) => key[0]?.id === store && key[1]?.id === source)?.values[0];

  it.each(["HOUR", "DAY"] as const)("counts each slice of each feed, and by %s of Berlin", async (granularity) => {
    const groups = await ask({ metrics: ["coverage"], groupBy: ["STORE", "SOURCE"], granularity });
    for (const feed of FEEDS) {
      const found = find(groups, feed);
      const whole = measure(feed, FROM, NOW);
      if (whole.denominator === 0) {
        expect(found).toBeUndefined();
        continue;
      }
      expect([feed.source, found?.numerator, found?.denominator]).toEqual([
        feed.source,
        whole.numerator,
        whole.denominator,
      ]);
      for (const [place, point] of (found?.series ?? []).entries()) {
        const next = found?.series?.[place + 1]?.at.getTime() ?? NOW;
        const expected = measure(feed, Math.max(point.at.getTime(), FROM), Math.min(next, NOW));
        expect([feed.source, point.at, point.denominator ?? 0]).toEqual([feed.source, point.at, expected.denominator]);
        if (expected.denominator > 0)
          expect([feed.source, point.at, point.numerator]).toEqual([feed.source, point.at, expected.numerator]);
      }
    }
  });

  it.each(["2026-03-28T20:00:00Z", "2026-03-29T00:32:00Z", "2026-03-30T06:31:00Z", "2026-03-31T11:30:00Z"])(
    "looks as far back from %s as an evening before closed days may vouch",
    async (at) => {
      const from = Date.parse(at);
      const groups = await ask({ metrics: ["coverage"], groupBy: ["STORE", "SOURCE"], from, to: from + 5_400_000 });
      for (const feed of FEEDS) {
        const expected = measure(feed, from, from + 5_400_000);
        const found = find(groups, feed);
        expect([feed.source, found?.numerator ?? 0, found?.denominator ?? 0]).toEqual([
          feed.source,
          expected.numerator,
          expected.denominator,
        ]);
      }
    },
  );

  it("counts silence in open time, now and in the past", async () => {
    for (const at of [NOW, Date.parse("2026-03-30T06:40:00Z"), Date.parse("2026-03-29T09:00:00Z")]) {
      const groups = await ask({ metrics: ["feed_freshness"], groupBy: ["STORE", "SOURCE"], to: at });
      for (const feed of FEEDS.filter(({ heard }) => heard.some((ms) => ms < at))) {
        const newest = Math.max(...feed.heard.filter((ms) => (at === NOW ? true : ms < at)));
        const expected = passed(feed, newest, at) * 60;
        const value = find(groups, feed)?.value ?? NaN;
        expect([feed.source, at, Math.abs(value - Math.max(0, expected)) <= 60]).toEqual([feed.source, at, true]);
      }
    }
  });
});
