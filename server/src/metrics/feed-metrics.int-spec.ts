import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { schema } from "@watchfloor/sql";
import { buildScope } from "../scope/scope.js";
import { insertRows, type TestRow } from "./testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "./testing/open-metrics-world.js";

const MINUTE = 60_000;
const NOW = new Date("2026-04-02T12:02:00Z");
const FROM = new Date("2026-04-02T10:00:00Z");
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });

/** Feed is what a test feed says: when it was heard, and which cadence its heartbeat named (0 = none). */
interface Feed {
  readonly client: string;
  readonly source: string;
  readonly store: string;
  readonly cadence: number;
  readonly heard: readonly number[];
}

const directories: string[] = [];
function openDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-metrics-"));
  directories.push(directory);
  return directory;
}

describe("feed metrics on the embedded engine", () => {
  let world: MetricsWorld;
  const minutes = (...values: number[]) => values.map((value) => FROM.getTime() + value * MINUTE);
  const every = (step: number, from: number, to: number) =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, position) => from + position * step);
  const week = every(60, -9 * 24 * 60, 110);
  const FEEDS: readonly Feed[] = [
    // Heard every 10 minutes for an hour, then silent; cadence 15 minutes by default.
    { client: "c1", source: "pos", store: "s1", cadence: 0, heard: minutes(...every(10, 0, 60)) },
    // A heartbeat says 60 s: only slices with an event in their last minute are measured.
    { client: "c1", source: "pos", store: "s2", cadence: 60, heard: minutes(0.5, 4.5, 9.5, 12, 19.2) },
    // First seen half an hour in.
    { client: "c2", source: "web", store: "", cadence: 0, heard: minutes(...every(5, 31, 119)) },
    // Hourly for nine days: its own gaps teach the cadence.
    { client: "c2", source: "erp", store: "s3", cadence: 0, heard: minutes(...week) },
  ];

  beforeAll(async () => {
    world = await openMetricsWorld(openDirectory(), NOW);
    for (const tenant of ["t1", "t2"]) {
      const chosen = tenant === "t1" ? FEEDS : FEEDS.slice(0, 1);
      await insertRows(
        world.clickhouse,
        "feed_activity",
        chosen.flatMap((feed) => renderActivity(tenant, feed)),
      );
      await insertRows(
        world.clickhouse,
        "feed",
        chosen.flatMap((feed) => renderFeed(tenant, feed)),
      );
    }
  }, 60_000);
  afterAll(async () => {
    await world.close();
    for (const directory of directories) rmSync(directory, { recursive: true, force: true });
  });

  async function ask(
    question: {
      metrics: string[];
      groupBy?: ("CLIENT" | "STORE" | "SOURCE" | "WORKFLOW")[];
      granularity?: "HOUR";
      compareTo?: "PREVIOUS_PERIOD";
      from?: Date;
      to?: Date;
    },
    scope = admin,
  ) {
    const outcome = await world.service.ask(
      scope,
      { from: FROM, to: new Date("2026-04-03T00:00:00Z"), timeZone: "UTC", ...question },
      { coverage: true },
    );
    if (!outcome.isAnswered) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.answer;
  }

  /** The definition read aloud: every complete slice, one by one. */
  function measureSlices(feeds: readonly (Feed & { cadenceSeconds: number })[], from: number, asOf: number) {
    let measured = 0;
    let expected = 0;
    for (const feed of feeds) {
      const first = Math.min(...feed.heard);
      for (let slice = Math.ceil(from / 300_000) * 300_000; slice + 300_000 <= asOf; slice += 300_000) {
        if (slice + 300_000 <= first) continue;
        expected += 1;
        const newest = Math.max(...feed.heard.filter((heard) => heard < slice + 300_000), 0);
        if (newest >= slice + 300_000 - feed.cadenceSeconds * 1000) measured += 1;
      }
    }
    return { numerator: measured, denominator: expected, value: measured / expected };
  }
  const withCadence = (cadences: readonly number[]) =>
    FEEDS.map((feed, position) => ({ ...feed, cadenceSeconds: cadences[position] ?? 0 }));
  const CADENCES = [900, 60, 900, 3600];

  it("counts measured of expected slices, by the cadence of each feed", async () => {
    const [group] = (await ask({ metrics: ["coverage"] })).groups;
    expect(group?.values[0]).toMatchObject(measureSlices(withCadence(CADENCES), FROM.getTime(), NOW.getTime()));
  });

  it("counts them by source and store and by hour, and carries coverage with other metrics", async () => {
    const answer = await ask({ metrics: ["coverage"], groupBy: ["CLIENT", "SOURCE", "STORE"], granularity: "HOUR" });
    expect(answer.groups).toHaveLength(4);
    for (const group of answer.groups) {
      const [client, source, store] = group.key.map((part) => part.id ?? "");
      const feeds = withCadence(CADENCES).filter(
        (feed) => feed.client === client && feed.source === source && feed.store === store,
      );
      expect(group.values[0]).toMatchObject(measureSlices(feeds, FROM.getTime(), NOW.getTime()));
      expect(group.values[0]?.coverage).toBeCloseTo(measureSlices(feeds, FROM.getTime(), NOW.getTime()).value, 9);
      const second = group.values[0]?.series?.[1];
      expect(second).toMatchObject(measureSlices(feeds, FROM.getTime() + 60 * MINUTE, NOW.getTime() - 2 * MINUTE));
    }
    const runs = await ask({ metrics: ["runs_started"] });
    expect(runs.groups[0]?.values[0]?.coverage).toBeCloseTo(
      measureSlices(withCadence(CADENCES), FROM.getTime(), NOW.getTime()).value,
      9,
    );
    expect(runs.coverage).toBe(runs.groups[0]?.values[0]?.coverage);
  });

  it("measures a workflow by the feeds that have sent it", async () => {
    const expected = measureSlices(withCadence(CADENCES), FROM.getTime(), NOW.getTime());
    const answer = await ask({ metrics: ["coverage", "feed_freshness"], groupBy: ["WORKFLOW"] });
    expect(answer.groups.map((group) => group.key[0]?.id)).toEqual(["order"]);
    expect(answer.groups[0]?.values[0]).toMatchObject({ ...expected, coverage: expected.value });
    const hours = await ask({ metrics: ["feed_freshness"], groupBy: ["WORKFLOW"], granularity: "HOUR" });
    expect(hours.groups[0]?.values[0]?.series?.[1]?.value).toBeCloseTo(100.8 * 60, 3);
  });

  it("freshness is the longest silence, at now, in the past and by hour", async () => {
    const value = async (question: Parameters<typeof ask>[0]) => (await ask(question)).groups[0]?.values[0];
    const quietest = NOW.getTime() - Math.max(...(FEEDS[1]?.heard ?? []));
    expect((await value({ metrics: ["feed_freshness"] }))?.value).toBeCloseTo(quietest / 1000, 3);
    const past = new Date("2026-04-02T10:30:00Z");
    const silences = FEEDS.map(
      (feed) => past.getTime() - Math.max(...feed.heard.filter((heard) => heard < past.getTime())),
    ).filter(Number.isFinite);
    expect((await value({ metrics: ["feed_freshness"], to: past }))?.value).toBeCloseTo(
      Math.max(...silences) / 1000,
      3,
    );
    const hours = (await value({ metrics: ["feed_freshness"], granularity: "HOUR" }))?.series ?? [];
    // At 11:00 sharp the hourly feed was heard at 10:00 last: an event at the instant itself is not before it.
    expect(hours.slice(0, 3).map((point) => point.value)).toEqual(
      [60 * 60, 100.8 * 60, quietest / 1000].map((silence) => expect.closeTo(silence, 3)),
    );
    expect(hours[3]?.value).toBeNull();
  });

  it("shows a person limited to a store only its feeds", async () => {
    const limited = buildScope({ tenant: "t1", role: "store_manager", subjectId: "m", stores: ["c2/s3"] });
    const answer = await ask({ metrics: ["coverage"], groupBy: ["CLIENT", "SOURCE", "STORE"] }, limited);
    expect(answer.groups.map((group) => group.key.map((part) => part.id))).toEqual([["c2", "erp", "s3"]]);
  });

  it("compares with nothing where hardly anything of the earlier range was measured, counts too", async () => {
    // c2/erp was heard hourly for nine days; everything else began within the range itself.
    const hour = { from: FROM, to: new Date("2026-04-02T12:00:00Z"), compareTo: "PREVIOUS_PERIOD" as const };
    const answer = await ask({ ...hour, metrics: ["runs_started"], groupBy: ["CLIENT"] });
    const value = (await ask({ ...hour, metrics: ["runs_started", "coverage"] })).groups[0]?.values;
    expect(value?.map(({ previous, previousNullReason }) => [previous, previousNullReason])).toEqual([
      [0, null],
      [1, null],
    ]);
    expect(answer.groups).toEqual([]);
    const before = { from: new Date("2026-03-26T00:00:00Z"), to: new Date("2026-04-02T00:00:00Z") };
    const [early] = (await ask({ ...hour, ...before, metrics: ["runs_started"] })).groups;
    expect(early?.values[0]).toMatchObject({ value: 0, previous: null, previousNullReason: "INSUFFICIENT_COVERAGE" });
  });

  it("a declared cadence wins, and a declared feed never heard is expected and unmeasured", async () => {
    const declaredAt = new Date("2026-04-01T00:00:00Z");
    await world.close();
    world = await openMetricsWorld(openDirectory(), NOW);
    await world.postgres.db.insert(schema.declaredFeed).values([
      { tenant: "t1", client: "c1", source: "pos", store: "s1", cadenceSeconds: 300, declaredAt },
      { tenant: "t1", client: "c1", source: "tills", store: "s2", cadenceSeconds: 300, declaredAt },
    ]);
    await insertRows(
      world.clickhouse,
      "feed_activity",
      FEEDS.flatMap((feed) => renderActivity("t1", feed)),
    );
    await insertRows(
      world.clickhouse,
      "feed",
      FEEDS.flatMap((feed) => renderFeed("t1", feed)),
    );
    const [group] = (await ask({ metrics: ["coverage"] })).groups;
    const expected = measureSlices(withCadence([300, ...CADENCES.slice(1)]), FROM.getTime(), NOW.getTime());
    expect(group?.values[0]).toMatchObject({ numerator: expected.numerator, denominator: expected.denominator + 24 });
  }, 60_000);
});

function renderActivity(tenant: string, feed: Feed): TestRow[] {
  const newest = new Map<number, number>();
  for (const heard of feed.heard)
    newest.set(Math.floor(heard / 300_000), Math.max(heard, newest.get(Math.floor(heard / 300_000)) ?? 0));
  const { client, source, store } = feed;
  return [...newest].map(([slice, heard]) => ({
    tenant,
    client,
    source,
    store,
    channel: "",
    partner: "",
    day: new Date(heard).toISOString().slice(0, 10),
    slice: new Date(slice * 300_000).toISOString().replace("T", " ").slice(0, 19),
    newest: new Date(heard),
  }));
}

function renderFeed(tenant: string, feed: Feed): TestRow[] {
  const { client, source, store, cadence, heard } = feed;
  const times = {
    first_seen: new Date(Math.min(...heard)),
    newest: new Date(Math.max(...heard)),
    received: new Date(Math.max(...heard)),
  };
  return [
    {
      tenant,
      client,
      source,
      store,
      channel: "",
      partner: "",
      ...times,
      cadence: `('2026-04-02 10:00:00.000',${cadence})`,
      workflows: "['order']",
    },
  ];
}
