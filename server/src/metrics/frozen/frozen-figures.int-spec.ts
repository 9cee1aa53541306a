import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildScope } from "../../scope/scope.js";
import type { MetricQuestion } from "../query/metric-query.js";
import { insertRows, type TestRow } from "../testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../testing/open-metrics-world.js";
import { FrozenFiguresService } from "./frozen-figures.service.js";

const NOW = new Date("2026-04-10T12:00:00Z");
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });
const ofFirstClient = buildScope({ tenant: "t1", role: "analyst", subjectId: "a", clients: ["c1"] });
const ofStore = buildScope({ tenant: "t1", role: "store_manager", subjectId: "s", clients: ["c1"], stores: ["c1/s1"] });
const ofOthers = buildScope({ tenant: "t2", role: "administrator", subjectId: "o" });

const question: MetricQuestion = {
  metrics: ["runs_finished", "success_rate"],
  from: new Date("2026-04-01T00:00:00Z"),
  to: new Date("2026-04-08T00:00:00Z"),
  granularity: "DAY",
  groupBy: ["STORE"],
  timeZone: "UTC",
};

describe("a frozen figure", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-frozen-"));
  let world: MetricsWorld;
  let service: FrozenFiguresService;

  const run = (id: string, more: TestRow = {}): TestRow => ({
    ...{ tenant: "t1", client: "c1", workflow: "order", run: id, store: "s1", channel: "pos", outcome: "succeeded" },
    ...{ started_at: "2026-04-02 08:00:00.000", finished_at: "2026-04-02 09:00:00.000", version: 1 },
    ...more,
  });

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const { postgres, service: metrics } = world;
    service = new FrozenFiguresService({ postgres, metrics, now: () => world.now });
    const runs = [run("1"), run("2", { outcome: "failed" }), run("3", { client: "c2", store: "s3" })];
    await insertRows(world.clickhouse, "run", runs);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function freeze(scope = admin, asked = question, title = "Q2, week 1") {
    const frozen = await service.freeze(scope, title, asked);
    if ("code" in frozen) throw new Error(frozen.message);
    return frozen;
  }
  async function restate(id: string, scope = admin) {
    const restated = await service.restate(scope, id);
    if ("code" in restated) throw new Error(restated.message);
    return restated;
  }

  it("keeps its value when a late event restates the past, and shows the difference", async () => {
    const frozen = await freeze();
    expect((await restate(frozen.id)).changes).toEqual([]);
    const late = [run("2", { version: 2 }), run("4", { finished_at: "2026-04-03 10:00:00.000" })];
    await insertRows(world.clickhouse, "run", late);
    expect(await service.find(admin, frozen.id)).toEqual(frozen);
    const { changes, current } = await restate(frozen.id);
    const told = changes.map(({ key, metric, at, frozen: old, current: now, difference }) => [
      ...[key[0]?.id, metric, at?.toISOString().slice(0, 10) ?? "", old, now, difference],
    ]);
    expect(told).toEqual([
      ["s1", "runs_finished", "", 2, 3, 1],
      ["s1", "runs_finished", "2026-04-03", 0, 1, 1],
      ["s1", "success_rate", "", 0.5, 1, 0.5],
      ["s1", "success_rate", "2026-04-02", 0.5, 1, 0.5],
      ["s1", "success_rate", "2026-04-03", null, 1, null],
    ]);
    expect(current.groups.map(({ key }) => key[0]?.id).sort()).toEqual(["s1", "s3"]);
  });

  it("has the same hash whenever it is opened, and another one for another answer", async () => {
    const first = await freeze();
    const again = await freeze();
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(again.hash).toBe(first.hash);
    expect(await service.find(admin, first.id)).toMatchObject({ hash: first.hash });
    expect((await freeze(admin, { ...question, groupBy: null })).hash).not.toBe(first.hash);
  });

  it("of a range that is not over is cut at now, so that it does not change by itself", async () => {
    const frozen = await freeze(admin, { ...question, to: new Date("2026-05-01T00:00:00Z") });
    expect(frozen.question.to).toEqual(NOW);
    await insertRows(world.clickhouse, "run", [run("9", { finished_at: "2026-04-20 10:00:00.000" })]);
    world.now = new Date("2026-05-02T00:00:00Z");
    expect((await restate(frozen.id)).changes).toEqual([]);
    world.now = NOW;
  });

  it("is seen only by whoever sees all of it, and restated within the limits of its author", async () => {
    const whole = await freeze();
    const part = await freeze(ofFirstClient);
    expect(part.answer.groups.map(({ key }) => key[0]?.id)).toEqual(["s1"]);
    for (const scope of [ofFirstClient, ofStore, ofOthers]) {
      expect(await service.find(scope, whole.id)).toMatchObject({ code: "NOT_FOUND" });
      expect(await service.restate(scope, whole.id)).toMatchObject({ code: "NOT_FOUND" });
      expect((await service.list(scope, 100)).map(({ id }) => id)).not.toContain(whole.id);
    }
    expect(await service.find(ofStore, part.id)).toMatchObject({ code: "NOT_FOUND" });
    expect((await service.list(ofFirstClient, 100)).map(({ id }) => id)).toEqual([part.id]);
    // The administrator sees more than the author did; the figure is still the author's.
    expect((await restate(part.id, admin)).changes).toEqual([]);
    expect((await restate(part.id, admin)).current.groups).toHaveLength(1);
  });

  it("is refused with a word about what is wrong", async () => {
    expect(await service.freeze(admin, "  ", question)).toMatchObject({ code: "INVALID" });
    expect(await service.freeze(admin, "x".repeat(201), question)).toMatchObject({ code: "INVALID" });
    const unknown = await service.freeze(admin, "x", { ...question, metrics: ["nonsense"] });
    expect(unknown).toMatchObject({ code: "INVALID", message: expect.stringContaining("nonsense") as string });
    expect(await service.find(admin, "nonsense")).toMatchObject({ code: "NOT_FOUND" });
  });
});
