import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertRows, type TestRow } from "../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../metrics/testing/open-metrics-world.js";
import { buildScope } from "../scope/scope.js";
import { PromotionRepository } from "./promotion.repository.js";
import { PromotionsService } from "./promotions.service.js";

const NOW = new Date("2026-04-10T12:00:00Z");
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });
const ofStore = buildScope({ tenant: "t1", role: "store_manager", subjectId: "s", clients: ["c1"], stores: ["c1/s1"] });
const ofSecond = buildScope({ tenant: "t1", role: "operations", subjectId: "o", clients: ["c2"] });
const ofNobody = buildScope({ tenant: "t1", role: "operations", subjectId: "n", clients: [] });
const whole = { filter: null, from: null, to: null };
const OPEN = "2200-01-01 00:00:00.000";

const target = (change: string, store: string, more: TestRow = {}): TestRow => ({
  ...{ tenant: "t1", client: "c1", workflow: "promotion-launch", run: `${change}|store=${store}`, store, version: 1 },
  ...{ change, target: `store=${store}`, entity_type: "promotion", entity_id: change, entity_version: "2" },
  ...{ started_at: "2026-04-10 10:00:00.000", due_at: "2026-04-10 11:00:00.000", day: "2026-04-10" },
  ...{ finished_at: "2026-04-10 10:30:00.000", outcome: "succeeded", money: "100", currency: "EUR" },
  attributes: { title: `Title of ${change}` },
  ...more,
});
const gate = (run: string, more: TestRow = {}): TestRow => ({
  ...{ tenant: "t1", client: "c1", workflow: "promotion-launch", run, kind: "approval", version: 1, day: "2026-04-09" },
  ...{ started_at: "2026-04-09 10:00:00.000", due_at: "2026-04-09 18:00:00.000", entity_type: "promotion" },
  ...{ finished_at: "2026-04-09 12:00:00.000", outcome: "succeeded", money: "0", attributes: { by: "planner" } },
  ...more,
});
const open = { finished_at: OPEN, outcome: "" };

describe("the launch board", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-promotions-"));
  let world: MetricsWorld;
  let service: PromotionsService;

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const { clickhouse, registry } = world;
    service = new PromotionsService({ repository: new PromotionRepository(clickhouse), registry, now: () => NOW });
    await insertRows(clickhouse, "run", [
      target("late", "s1"),
      target("late", "s2", { ...open, money: "40.5" }),
      target("late", "gone", {
        finished_at: "2026-04-10 10:10:00.000",
        outcome: "failed",
        error_code: "E17",
        currency: "USD",
      }),
      target("late", "closed", { finished_at: "2026-04-10 10:10:00.000", outcome: "cancelled" }),
      gate("by-change", { change: "late" }),
      gate("by-entity", { entity_id: "late", kind: "task", workflow: "check", outcome: "failed" }),
      gate("of-another", { entity_id: "other-entity" }),
      target("live", "s1"),
      target("soon", "s1", { ...open, due_at: "2026-04-10 13:00:00.000" }),
      gate("late-gate", { change: "soon", ...open }),
      gate("announces", {
        entity_id: "next",
        ...open,
        due_at: "2026-04-11 10:00:00.000",
        attributes: { title: "Next", launchAt: "2026-04-12T09:00:00Z" },
      }),
      gate("announces-nonsense", { entity_id: "never", attributes: { title: "Never", launchAt: "soon" } }),
      target("not-a-promotion", "s1", { workflow: "price-sync" }),
      target("old", "s1", {
        due_at: "2026-04-01 11:00:00.000",
        started_at: "2026-04-01 10:00:00.000",
        day: "2026-04-01",
      }),
      target("late", "s1", { client: "c2", run: "x", ...open }),
      target("of-others", "s1", { tenant: "t2", ...open }),
      gate("of-others-gate", { tenant: "t2", change: "late" }),
    ]);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function list(scope = admin, asked: object = {}) {
    const answer = await service.list(scope, { ...whole, ...asked });
    if ("refusal" in answer) throw new Error(answer.refusal.message);
    return answer.promotions;
  }

  it("lists what starts soon or did, the worst first, with what to do about it", async () => {
    const board = await list(admin, { filter: { clients: ["c1"] } });
    expect(board.map(({ change, state, live, planned }) => [change, state, live, planned])).toEqual([
      ["late", "LATE", 1, 3],
      ["soon", "BLOCKED", 0, 1],
      ["next", "PLANNED", 0, 0],
      ["live", "LIVE", 1, 1],
    ]);
    expect(board.map(({ title }) => title)).toEqual(["Title of late", "Title of soon", "Next", "Title of live"]);
    expect(board[0]?.action).toBe("Reach 2 targets that miss it: gone, Store s2.");
    expect(board[1]?.action).toContain("Chase");
    expect(board[2]).toMatchObject({ workflow: null, startsAt: new Date("2026-04-12T09:00:00Z") });
  });

  it("names what misses a promotion, its gates and its money by currency", async () => {
    const [late] = await list(admin, { filter: { clients: ["c1"] } });
    expect(late?.missing.map(({ title, state, error }) => [title, state, error])).toEqual([
      ["gone", "FAILED", "E17"],
      ["Store s2", "OPEN", null],
    ]);
    expect(late?.gates.map(({ run, state }) => [run, state]).sort()).toEqual([
      ["by-change", "GREEN"],
      ["by-entity", "RED"],
    ]);
    expect([...(late?.money ?? [])].sort((a, b) => a.amount - b.amount)).toEqual([
      { amount: 40.5, currency: "EUR" },
      { amount: 100, currency: "USD" },
    ]);
  });

  it("counts what the metrics of promotions count", async () => {
    const range = { from: new Date("2026-04-07T12:00:00Z"), to: NOW, timeZone: "UTC" };
    const question = {
      ...range,
      metrics: ["targets_missing"],
      groupBy: ["CHANGE" as const],
      filter: { clients: ["c1"] },
    };
    const outcome = await world.service.ask(admin, question, { coverage: false });
    if (!outcome.isAnswered) throw new Error(outcome.refusal.detail);
    const counted = outcome.answer.groups
      .map(({ key, values }) => [key[0]?.id, values[0]?.value] as const)
      .filter(([, missing]) => missing !== 0);
    const board = (await list(admin, { filter: { clients: ["c1"] } })).filter(
      ({ startsAt, planned }) => planned > 0 && startsAt !== null && startsAt < NOW,
    );
    const missing = board.map(({ change, planned, live }) => [change, planned - live]);
    expect(missing.filter(([, count]) => count !== 0)).toEqual(counted);
    expect(counted).toEqual([["late", 2]]);
  });

  it("shows each of them with every target, those that miss it first", async () => {
    const found = await service.find(admin, { client: "c1", change: "late" });
    expect(found?.targets.map(({ title, state }) => [title, state])).toEqual([
      ["gone", "FAILED"],
      ["Store s2", "OPEN"],
      ["Store s1", "LIVE"],
    ]);
    expect((await service.find(admin, { client: "c1", change: "old" }))?.promotion.state).toBe("LIVE");
    expect((await service.find(admin, { client: "c1", change: "next" }))?.targets).toEqual([]);
    expect(await service.find(admin, { client: "c1", change: "of-others" })).toBeUndefined();
  });

  it("shows nobody what is not theirs", async () => {
    expect(
      (await list(ofSecond)).map(({ client, change, planned, gates }) => [client, change, planned, gates.length]),
    ).toEqual([["c2", "late", 1, 0]]);
    expect(await list(ofNobody)).toEqual([]);
    const own = await list(ofStore);
    expect(own.find(({ change }) => change === "late")).toMatchObject({ planned: 1, live: 1, missing: [], gates: [] });
    expect(own.map(({ change }) => change)).not.toContain("next");
    expect(await service.find(ofSecond, { client: "c1", change: "late" })).toBeUndefined();
    expect((await service.find(ofStore, { client: "c1", change: "late" }))?.targets.map(({ store }) => store)).toEqual([
      "s1",
    ]);
  });

  it("is narrowed by a filter and refuses a range that is none", async () => {
    expect(
      (await list(admin, { filter: { stores: ["c1/s2"] } }))
        .filter(({ planned }) => planned > 0)
        .map(({ change, planned }) => [change, planned]),
    ).toEqual([["late", 1]]);
    const from = new Date("2026-04-10T00:00:00Z");
    expect(await service.list(admin, { ...whole, from, to: from })).toMatchObject({ refusal: { field: "from" } });
    const to = new Date("2026-08-10T00:00:00Z");
    expect(await service.list(admin, { ...whole, from, to })).toMatchObject({ refusal: { field: "from" } });
  });
});
