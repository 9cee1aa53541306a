import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seedRegistry } from "@watchfloor/sql";
import type { MetricQuestion } from "../metrics/query/metric-query.js";
import { insertRows } from "../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../metrics/testing/open-metrics-world.js";
import { buildScope } from "../scope/scope.js";
import { PromiseQuestionsService } from "./promise-questions.service.js";

const DAY = 86_400_000;
const SLICE = 300_000;
const FROM = Date.parse("2026-04-01T00:00:00Z");
const TO = FROM + 4 * DAY;
/** A day before the range `light` is heard, and in half of it `dark` is silent. */
const FIRST = FROM - 4 * DAY;
const SILENT_FROM = FROM + 2 * DAY;
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });

describe("promises where too little was measured", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-measured-"));
  let world: MetricsWorld;

  beforeAll(async () => {
    world = await openMetricsWorld(directory, new Date(TO + 3_600_000));
    const feeds = ["dark", "light"].map((store) => ({ client: "c1", source: "till", store, cadenceSeconds: 900 }));
    const stores = ["dark", "light", "guessed"].map((id) => ({ client: "c1", id, title: id, region: "north" }));
    await seedRegistry(world.postgres, "t1", { stores, feeds }, new Date(FIRST));
    await addFeed("dark", FIRST, SILENT_FROM);
    await addFeed("light", FROM, TO);
    // Nobody declared it; it was learned for days, and is silent in the same half.
    await addFeed("guessed", FIRST - 8 * DAY, SILENT_FROM);
    for (const store of ["dark", "light", "guessed"])
      for (let day = -4; day < 8; day += 1)
        await insertRows(world.clickhouse, "run", [renderRun(store, day, 1, 30), renderRun(store, day, 2, 90)]);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function addFeed(store: string, from: number, to: number) {
    const feed = { tenant: "t1", client: "c1", source: "till", store, channel: "", partner: "" };
    const heard = Array.from({ length: (to - from) / SLICE }, (_, slice) => from + slice * SLICE);
    const rows = heard.map((ms) => ({
      ...feed,
      day: new Date(ms).toISOString().slice(0, 10),
      slice: new Date(ms).toISOString().replace("T", " ").slice(0, 19),
      newest: new Date(ms + 60_000),
    }));
    await insertRows(world.clickhouse, "feed_activity", rows);
    const known = { received: new Date(to), cadence: "('2026-01-01 00:00:00.000',0)", workflows: "['w']" };
    const times = { first_seen: new Date(from), newest: new Date(to) };
    await insertRows(world.clickhouse, "feed", [{ ...feed, ...times, ...known }]);
  }

  /** Due after an hour: one of two ends too late. */
  function renderRun(store: string, day: number, hour: number, minutes: number) {
    const started = FROM + day * DAY + hour * 3_600_000;
    return {
      ...{ tenant: "t1", client: "c1", workflow: "w", run: `${store}-${day}-${hour}`, source: "till", store },
      day: new Date(started).toISOString().slice(0, 10),
      ...{ started_at: new Date(started), due_at: new Date(started + 3_600_000) },
      ...{ finished_at: new Date(started + minutes * 60_000), outcome: "succeeded" },
    };
  }

  const ask = async (question: Partial<MetricQuestion>, scope = admin) => {
    const metrics = ["sla_attainment", "sla_met", "sla_breached", "apdex", "burn_rate"];
    const range = { from: new Date(FROM), to: new Date(TO), timeZone: "UTC" };
    const outcome = await world.service.ask(scope, { metrics, ...range, ...question }, { coverage: false });
    if (!outcome.isAnswered) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.answer.groups;
  };
  const ofStore = async (store: string, question: Partial<MetricQuestion> = {}) =>
    (await ask({ groupBy: ["STORE"], ...question })).find(({ key }) => key[0]?.id === store)?.values ?? [];
  const withheld = { value: null, nullReason: "INSUFFICIENT_COVERAGE" };

  it("are not judged, and what was counted stays", async () => {
    const [attainment, met, breached, apdex] = await ofStore("dark");
    expect(attainment).toMatchObject({ ...withheld, numerator: 4, denominator: 8, intervalLow: null });
    expect(attainment?.coverage).toBeCloseTo(0.5, 1);
    expect([met?.value, breached?.value]).toEqual([4, 4]);
    expect(apdex).toMatchObject(withheld);
    expect((await ofStore("light"))[0]).toMatchObject({ value: 0.5, nullReason: null, coverage: 1 });
    // Without hours nobody knows whether silence means anything: the coverage is shown, and does not judge.
    expect((await ofStore("guessed"))[0]).toMatchObject({ value: 0.5, nullReason: null });
  });

  it("are judged in the days that were measured, and not by a limited person either", async () => {
    const [attainment] = await ofStore("dark", { granularity: "DAY" });
    expect(attainment?.series?.map(({ value, nullReason }) => [value, nullReason])).toEqual([
      [0.5, null],
      [0.5, null],
      [null, "INSUFFICIENT_COVERAGE"],
      [null, "INSUFFICIENT_COVERAGE"],
    ]);
    const limited = buildScope({ tenant: "t1", role: "viewer", subjectId: "v", stores: ["c1/light"] });
    expect((await ask({}, limited))[0]?.values[0]).toMatchObject({ value: 0.5, numerator: 4, denominator: 8 });
    const other = buildScope({ tenant: "t2", role: "administrator", subjectId: "p" });
    expect((await ask({}, other))[0]?.values[0]).toMatchObject({ value: null, nullReason: "NO_ROWS" });
  });

  it("are not judged with other limits either", async () => {
    const { clickhouse, registry, service: metrics } = world;
    const questions = new PromiseQuestionsService({ clickhouse, registry, metrics, now: () => world.now });
    const askWhatIf = async (store: string) =>
      questions.askWhatIf(admin, {
        from: new Date(FROM),
        to: new Date(TO),
        filter: { stores: [store] },
        limits: [600],
      });
    expect(await askWhatIf("dark")).toMatchObject([
      { met: 0, valid: 8, attainment: null, nullReason: "INSUFFICIENT_COVERAGE" },
    ]);
    expect(await askWhatIf("light")).toMatchObject([{ met: 0, valid: 8, attainment: 0, nullReason: null }]);
  });

  it("come last in an order, and are no comparison", async () => {
    const groups = await ask({
      groupBy: ["STORE"],
      filter: { stores: ["dark", "light"] },
      orderBy: { metric: "sla_attainment", direction: "ASCENDING" },
    });
    expect(groups.map(({ key }) => key[0]?.id)).toEqual(["light", "dark"]);
    const [now] = await ofStore("light", { compareTo: "PREVIOUS_PERIOD" });
    // Nobody was heard in the time before: what runs say of it is no comparison.
    expect(now).toMatchObject({ value: 0.5, previous: null, previousNullReason: "INSUFFICIENT_COVERAGE" });
    const later = { from: new Date(TO), to: new Date(TO + 4 * DAY), compareTo: "PREVIOUS_PERIOD" as const };
    world.now = new Date(TO + 4 * DAY);
    const [dark, light] = [await ofStore("dark", later), await ofStore("light", later)];
    world.now = new Date(TO + 3_600_000);
    expect(dark[0]).toMatchObject({ ...withheld, previous: null, denominator: 8 });
    expect(light[0]).toMatchObject({ ...withheld, previous: 0.5 });
    expect(dark[1]).toMatchObject({ value: 4, previous: null, previousNullReason: "INSUFFICIENT_COVERAGE" });
  });

  it("are judged by the floor that a tenant stated", async () => {
    const stated = { name: "coverage_floor", client: "c1", low: 0.4, high: 0.4, currency: "", note: "" };
    expect(await world.settings.state(admin, { ...stated, effectiveAt: new Date(FIRST) })).not.toHaveProperty("code");
    const [attainment] = await ofStore("dark", { filter: { clients: ["c1"] } });
    expect(attainment).toMatchObject({ value: 0.5, nullReason: null });
  });
});
