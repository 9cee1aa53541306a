import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installSlaPolicies } from "@watchfloor/sql";
import { insertRows } from "../../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../../metrics/testing/open-metrics-world.js";
import { buildProcessLog, listLogRows, type LoggedRun } from "../../processes/testing/build-process-log.js";
import { orderRun } from "../../processes/testing/compute-process.js";
import { RegistryService } from "../../registry/registry.service.js";
import { buildScope, type ScopeGrant } from "../../scope/scope.js";
import { RunsService } from "../runs.service.js";
import type { RunFilter } from "./run-filter.js";
import type { RunPath } from "./run-path.js";

const FROM = new Date("2026-03-27T10:00:00Z");
const TO = new Date("2026-03-31T10:00:00Z");
const NOW = new Date("2026-03-30T23:00:00Z");
const RANGE = { from: FROM.getTime(), to: NOW.getTime() };

const scope = (limits: Partial<ScopeGrant> = {}) =>
  buildScope({ tenant: "t1", role: "administrator", subjectId: "p", ...limits });
const nameOf = (run: { client: string; run: string }) => `${run.client}/${run.run}`;

describe("runs that went a way", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-paths-"));
  let world: MetricsWorld;
  let runs: RunsService;
  const log = [3, 4].flatMap((seed) => buildProcessLog(seed, 90, RANGE));

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    runs = new RunsService({ clickhouse: world.clickhouse, registry: world.registry, now: () => NOW });
    for (const [table, rows] of listLogRows(log, 8)) await insertRows(world.clickhouse, table, rows);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function find(
    path: Omit<RunPath, "workflow">,
    limits: Partial<ScopeGrant> = {},
    more: Partial<RunFilter> = {},
  ) {
    const filter = { from: FROM, to: TO, path: { workflow: "order", ...path }, ...more };
    const answer = await runs.list(scope(limits), { filter, first: 200 });
    if ("refusal" in answer) throw new Error(answer.refusal.message);
    const names = answer.page.nodes.map(({ client, id }) => `${client}/${id}`).sort();
    if (names.length < 200) expect(await answer.page.count()).toBe(names.length);
    return names;
  }

  const expectRuns = (wentSo: (way: readonly string[]) => boolean, isMerged = false, isIn = (_: LoggedRun) => true) =>
    log
      .filter((run) => run.tenant === "t1" && run.workflow === "order" && isIn(run))
      .filter(({ finished }) => finished !== undefined && finished >= RANGE.from && finished < RANGE.to)
      .filter((run) => wentSo(orderRun(run, isMerged).steps.map(({ step }) => step)))
      .map(nameOf)
      .sort();

  const follows = (from: string, to: string) => (way: readonly string[]) =>
    way.some((step, place) => step === from && way[place + 1] === to);

  it.each([
    ["receive", "check"],
    ["check", "pick"],
    ["pick", "pick"],
    ["ship", "receive"],
  ])("finds every run in which %s was directly followed by %s", async (from, to) => {
    const expected = expectRuns(follows(from, to));
    expect(await find({ edge: { from, to } })).toEqual(expected);
    const limited = expectRuns(follows(from, to), false, ({ client, store }) => client === "c1" && store === "s1");
    expect(await find({ edge: { from, to } }, { stores: ["c1/s1"] })).toEqual(limited);
  });

  it("finds the runs of each variant, merged or not", async () => {
    for (const isMerged of [false, true]) {
      const ways = new Set<string>();
      expectRuns((way) => ways.add(JSON.stringify(way)) !== undefined, isMerged);
      for (const text of [...ways].slice(0, 12)) {
        const steps = JSON.parse(text) as string[];
        const expected = expectRuns((way) => JSON.stringify(way) === text, isMerged);
        expect(await find({ steps, mergeRepeats: isMerged })).toEqual(expected);
      }
    }
  }, 60_000);

  it.each<[string, Omit<RunPath, "workflow">, (way: readonly string[]) => boolean]>([
    ["did a step", { has: "pack" }, (way) => way.includes("pack")],
    ["left a step out", { lacks: "ship" }, (way) => !way.includes("ship")],
    ["did a step again", { repeats: "pick" }, (way) => way.filter((step) => step === "pick").length > 1],
    ["did none", { steps: [] }, (way) => way.length === 0],
    ["did one and not another", { has: "pick", lacks: "pack" }, (way) => way.includes("pick") && !way.includes("pack")],
  ])("finds those that %s", async (_, path, wentSo) => {
    const expected = expectRuns(wentSo);
    expect(expected.length).toBeGreaterThan(0);
    expect(await find(path)).toEqual(expected);
  });

  it("shows nothing of another client or tenant", async () => {
    const expected = expectRuns(follows("receive", "check"), false, ({ client }) => client === "c2");
    expect(await find({ edge: { from: "receive", to: "check" } }, { clients: ["c2"] })).toEqual(expected);
    expect(await find({ edge: { from: "receive", to: "check" } }, { tenant: "t3" })).toEqual([]);
  });

  it("finds the same where policies decide about promises", async () => {
    const policy = { id: "all", title: "All", limitSeconds: 3_600, target: 0.9, windowDays: 30 };
    await installSlaPolicies(world.postgres, "t1", { policies: [policy], now: new Date(0) });
    const registry = new RegistryService({ postgres: world.postgres, now: () => new Date() });
    const service = new RunsService({ clickhouse: world.clickhouse, registry, now: () => NOW });
    const filter = { from: FROM, to: TO, path: { workflow: "order", edge: { from: "receive", to: "check" } } };
    const answer = await service.list(scope(), { filter: { ...filter, orderBy: "LONGEST" }, first: 200 });
    if ("refusal" in answer) throw new Error(answer.refusal.message);
    const expected = expectRuns(follows("receive", "check"));
    expect(answer.page.nodes.map(({ client, id }) => `${client}/${id}`).sort()).toEqual(expected);
    const states = (await answer.page.findFacets()).find(({ facet }) => facet === "STATE")?.values;
    expect(states).toEqual([{ id: "FINISHED", client: null, count: expected.length }]);
  });
});
