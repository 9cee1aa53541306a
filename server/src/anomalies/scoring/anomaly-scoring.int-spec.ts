import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { schema } from "@watchfloor/sql";
import pino from "pino";
import { insertRows, type TestRow } from "../../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../../metrics/testing/open-metrics-world.js";
import type { MetricQuestion } from "../../metrics/query/metric-query.js";
import { buildScope, type ScopeGrant } from "../../scope/scope.js";
import { BandRepository } from "../bands/band.repository.js";
import { BandsService } from "../bands/bands.service.js";
import { Noise } from "../detector/testing/noise.js";
import { AnomaliesService } from "../list/anomalies.service.js";
import type { AnomalyFilter } from "../list/anomaly-filter.js";
import { AnomalyRepository } from "../list/anomaly.repository.js";
import { AnomalyScoring } from "./anomaly-scoring.service.js";

const SLOT = 300_000;
const HOUR = 3_600_000;
const FIRST = Date.parse("2026-03-29T00:00:00Z");
const LIVE = Date.parse("2026-04-05T00:13:00Z");
const END = Date.parse("2026-04-07T12:13:00Z");
const OUTAGE = Date.parse("2026-04-05T10:00:00Z");
const STORM = Date.parse("2026-04-07T08:00:00Z");

/** Two stores of one client and one of another; t1 has an outage of a client and a store in which half of the runs fail, t2 has neither. */
function drawRuns(tenant: string): TestRow[] {
  const noise = new Noise(42);
  const rows: TestRow[] = [];
  const places = [
    { client: "c1", store: "s1", mean: 8 },
    { client: "c1", store: "s2", mean: 5 },
    { client: "c2", store: "s3", mean: 6 },
  ];
  for (let at = FIRST; at < END; at += SLOT)
    for (const { client, store, mean } of places) {
      const isOut = tenant === "t1" && client === "c1" && at >= OUTAGE && at < OUTAGE + HOUR;
      const isStorm = tenant === "t1" && store === "s1" && at >= STORM && at < STORM + HOUR;
      const count = noise.poisson(mean * (1.3 + Math.sin((at / (24 * HOUR)) * 2 * Math.PI)));
      for (let number = 0; number < (isOut ? 0 : count); number += 1) {
        const finished = at + Math.floor(noise.uniform() * SLOT);
        const started = finished - 20_000 - Math.floor(noise.uniform() * 20_000);
        const outcome = noise.chance(isStorm ? 0.5 : 0.03) ? "failed" : "succeeded";
        rows.push({
          ...{ tenant, client, store, channel: "pos", workflow: "order", run: `${store}-${at}-${number}`, outcome },
          ...{ day: new Date(started).toISOString().slice(0, 10), started_at: new Date(started) },
          ...{ finished_at: new Date(finished), source: "till" },
        });
      }
    }
  return rows;
}

function drawFeeds(tenant: string): { activity: TestRow[]; counts: TestRow[] } {
  const feeds = [
    { client: "c1", store: "s1" },
    { client: "c1", store: "s2" },
    { client: "c2", store: "s3" },
  ].map((feed) => ({ tenant, source: "till", channel: "pos", partner: "", ...feed }));
  const slots = Array.from({ length: (END - FIRST) / SLOT }, (_, slot) => new Date(FIRST + slot * SLOT));
  const place = (at: Date) => ({
    day: at.toISOString().slice(0, 10),
    slice: at.toISOString().replace("T", " ").slice(0, 19),
  });
  const activity = slots.filter((_, slot) => slot % 288 === 0).map((at) => ({ ...feeds[0], ...place(at), newest: at }));
  const counts = feeds.flatMap((feed) =>
    slots.map((at) => ({ ...feed, ...place(at), writer: "w", batch: 1, received: 9 })),
  );
  return { activity, counts };
}

describe("anomaly scoring on the embedded engines", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-anomalies-"));
  let world: MetricsWorld;
  let now = LIVE;

  beforeAll(async () => {
    world = await openMetricsWorld(directory, new Date(END));
    // The days of this story lie behind the engine's own clock, by which ranges are forgotten.
    await world.clickhouse.command("SYSTEM STOP TTL MERGES anomaly_band");
    for (const tenant of ["t1", "t2"]) {
      const rows = drawRuns(tenant);
      for (let at = 0; at < rows.length; at += 20_000)
        await insertRows(world.clickhouse, "run", rows.slice(at, at + 20_000));
      const { activity, counts } = drawFeeds(tenant);
      await insertRows(world.clickhouse, "feed_activity", activity);
      await insertRows(world.clickhouse, "feed_count", counts);
    }
  }, 120_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const open = (holder: string) =>
    new AnomalyScoring({ ...world, now: () => new Date(now), logger: pino({ level: "silent" }), holder });

  /** Scores from the start to the end in steps of a day, and reads everything that was stored. */
  async function scoreAll(restartAt: readonly number[]): Promise<unknown[]> {
    for (const table of ["anomaly", "anomaly_band"]) await world.clickhouse.command(`TRUNCATE TABLE ${table}`);
    await world.postgres.db.delete(schema.anomalyCursor);
    await world.postgres.db.delete(schema.anomalyThreshold);
    const turns = [
      ...restartAt,
      ...Array.from({ length: (END - LIVE) / (24 * HOUR) + 1 }, (_, turn) => LIVE + turn * 24 * HOUR),
      END,
    ].sort((a, b) => a - b);
    let scoring = open("first");
    for (const [number, turn] of turns.entries()) {
      now = turn;
      if (restartAt.includes(turn)) {
        await scoring.close();
        scoring = open(`worker ${number}`);
      }
      await scoring.run();
    }
    await scoring.close();
    const anomalies = await world.clickhouse.query({
      name: "test",
      sql: "SELECT * EXCEPT (version) FROM anomaly FINAL ORDER BY tenant, started_at, id",
    });
    const bands = await world.clickhouse.query({
      name: "test",
      sql: "SELECT tenant, metric, grouping, count() AS slots, sum(cityHash64(client, store, channel, workflow, slot, expected_low, expected_high, anomalous)) AS content FROM anomaly_band FINAL GROUP BY tenant, metric, grouping ORDER BY ALL",
    });
    return [anomalies, bands];
  }

  const list = async (filter: AnomalyFilter, grant: Partial<ScopeGrant> = {}) => {
    const service = new AnomaliesService({
      repository: new AnomalyRepository(world.clickhouse),
      registry: world.registry,
      now: () => new Date(END),
    });
    const scope = buildScope({ tenant: "t1", role: "viewer", subjectId: "p", ...grant });
    const answer = await service.list(scope, { filter: { from: new Date(FIRST), ...filter }, first: 200 });
    if ("refusal" in answer) throw new Error(answer.refusal.message);
    return answer.page.nodes;
  };

  it("finds the same after restarts anywhere as without: in an incident, on a Monday, right after the start", async () => {
    const whole = await scoreAll([]);
    const restarted = await scoreAll([
      LIVE + HOUR,
      OUTAGE + 35 * 60_000,
      Date.parse("2026-04-06T00:21:00Z"),
      STORM + 40 * 60_000,
    ]);
    expect(restarted).toEqual(whole);
    expect((whole[1] as unknown[]).length).toBeGreaterThan(8);
  }, 240_000);

  it("finds the outage of a client and the store in which runs fail, with what was expected, and little else", async () => {
    const outage = await list({
      metrics: ["runs_finished"],
      scope: { clients: ["c1"], workflows: ["order"] },
      minSeverity: "MEDIUM",
    });
    const found = outage.find(
      ({ store, channel, startedAt }) =>
        store === null && channel === null && Math.abs(startedAt.getTime() - OUTAGE) <= 2 * SLOT,
    );
    expect(found).toMatchObject({ state: "ENDED", kind: "SUDDEN" });
    expect(found?.value).toBeLessThan(found?.expectedLow ?? 0);
    expect(found?.text).toMatch(
      /^runs finished \d+ against \d+-\d+ expected (for|from) .+ \(in 15 min; sudden; started 1[01]:\d\d\)$/,
    );
    const storm = (await list({ metrics: ["failure_rate"], scope: { stores: ["c1/s1"] } })).find(
      ({ startedAt }) => startedAt.getTime() >= STORM,
    );
    expect((storm?.startedAt.getTime() ?? 0) - STORM).toBeLessThanOrEqual(20 * 60_000);
    expect(storm?.text).toMatch(
      /^failure rate [\d.]+ % against [\d.]+-[\d.]+ % expected .+ \(\d+ of \d+ in 30 min; sudden; started 08:\d\d\)$/,
    );
    const weeks = (END - FIRST) / (7 * 24 * HOUR);
    const series = 2 * 3 + 3 * 2 + 2 * 3;
    expect((await list({})).length / (weeks * series)).toBeLessThan(1);
  }, 60_000);

  it("shows nobody rows of another tenant, client or store, and of whole series nothing to whom sees a part", async () => {
    const all = await list({});
    const theirs = await list({}, { tenant: "t2" });
    expect(all.filter(({ id }) => theirs.some((row) => row.id === id))).toEqual([]);
    expect(
      theirs.some(
        ({ startedAt, metric }) => metric === "runs_finished" && Math.abs(startedAt.getTime() - OUTAGE) < 20 * 60_000,
      ),
    ).toBe(false);
    expect(await list({}, { tenant: "t3" })).toEqual([]);
    const ofClient = await list({}, { clients: ["c2"] });
    expect(new Set(ofClient.map(({ client }) => client)).size).toBeLessThanOrEqual(1);
    const ofStore = await list({}, { stores: ["c1/s1"] });
    expect(ofStore.length).toBeGreaterThan(0);
    expect(ofStore.every(({ client, store }) => client === "c1" && store === "s1")).toBe(true);
    expect(await list({}, { clients: [] })).toEqual([]);
    expect((await list({ scope: { workflows: ["order"] } })).every(({ workflow }) => workflow === "order")).toBe(true);
  }, 60_000);

  it("adds what was expected to points of five minutes, to whom sees the whole series", async () => {
    const question: MetricQuestion = {
      ...{
        metrics: ["runs_finished"],
        granularity: "FIVE_MINUTES",
        groupBy: ["WORKFLOW"],
        filter: { clients: ["c1"] },
      },
      ...{ from: new Date(OUTAGE - HOUR), to: new Date(OUTAGE + 2 * HOUR) },
    };
    const ask = async (grant: Partial<ScopeGrant>, more: Partial<MetricQuestion> = {}) => {
      const scope = buildScope({ tenant: "t1", role: "viewer", subjectId: "p", ...grant });
      const outcome = await world.service.ask(scope, { ...question, ...more }, { coverage: false });
      if (!outcome.isAnswered) throw new Error(outcome.refusal.detail);
      const bands = new BandsService({ repository: new BandRepository(world.clickhouse), registry: world.registry });
      const { groups } = await bands.addBands(scope, { ...question, ...more }, outcome.answer);
      return groups[0]?.values[0]?.series ?? [];
    };
    const points = await ask({});
    expect(points.filter(({ expectedLow }) => expectedLow !== null)).toHaveLength(36);
    const inside = points.filter(
      ({ value, expectedLow, expectedHigh }) =>
        (value ?? 0) >= (expectedLow ?? Infinity) && (value ?? 0) <= (expectedHigh ?? -Infinity),
    );
    expect(inside.length).toBeGreaterThan(18);
    expect(points.filter(({ anomalous }) => anomalous === true).length).toBeGreaterThan(0);
    expect(points.filter(({ at, anomalous }) => anomalous === true && at.getTime() < OUTAGE)).toEqual([]);
    const none = (series: typeof points) =>
      series.every(({ expectedLow, anomalous }) => expectedLow === null && anomalous === null);
    expect(none(await ask({}, { granularity: "HOUR" }))).toBe(true);
    expect(none(await ask({ stores: ["c1/s1"] }))).toBe(true);
    expect(none(await ask({}, { filter: { clients: ["c1"], outcomes: ["FAILED"] } }))).toBe(true);
    expect(none(await ask({}, { filter: { clients: ["c1", "c2"] } }))).toBe(true);
    expect(none(await ask({ stores: ["c1/s1"] }, { groupBy: ["STORE"] }))).toBe(false);
  }, 60_000);

  it("scores a tenant without events, and history that comes later once it has stopped arriving, the live slots meanwhile", async () => {
    await world.postgres.db.insert(schema.tenant).values({ id: "late", title: "late", timeZone: "Europe/Berlin" });
    const readCursor = async () =>
      (await world.postgres.db.select().from(schema.anomalyCursor)).find(({ tenant }) => tenant === "late");
    const count = async () =>
      (await list({ metrics: ["failure_rate"], minSeverity: "HIGH" }, { tenant: "late" })).filter(
        ({ startedAt }) => Math.abs(startedAt.getTime() - STORM) < HOUR,
      ).length;
    const scoring = open("late");
    now = END + HOUR;
    await scoring.run();
    expect((await readCursor())?.scoredTo?.getTime()).toBe(Math.floor((now - 2 * SLOT) / SLOT) * SLOT);
    const receivedAt = new Date(now + 60_000);
    const rows = drawRuns("t1").map((row) => ({ ...row, tenant: "late" }));
    for (let at = 0; at < rows.length; at += 20_000)
      await insertRows(world.clickhouse, "run", rows.slice(at, at + 20_000));
    const { activity, counts } = drawFeeds("late");
    await insertRows(world.clickhouse, "feed_activity", activity);
    await insertRows(world.clickhouse, "feed_count", counts);
    const event = { tenant: "late", client: "c1", source: "till", id: "e", kind: "run.finished", payload: "{}" };
    const place = { store: "s1", channel: "pos", partner: "", content_hash: 1, backfill: 1 };
    await insertRows(world.clickhouse, "event", [
      { ...event, ...place, time: new Date(FIRST + HOUR), received_at: receivedAt },
    ]);
    now = receivedAt.getTime() + 30_000;
    await scoring.run();
    expect(await count()).toBe(0);
    now = receivedAt.getTime() + 10 * 60_000;
    await scoring.run();
    expect(await count()).toBeGreaterThan(0);
    expect((await readCursor())?.historySeenTo?.getTime()).toBe(now);
    await scoring.close();
  }, 120_000);
});
