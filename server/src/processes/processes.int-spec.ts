import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { schema } from "@watchfloor/sql";
import { insertRows } from "../metrics/testing/insert-rows.js";
import { openMetricsWorld, STORES, TENANTS, type MetricsWorld } from "../metrics/testing/open-metrics-world.js";
import { buildScope, type ScopeGrant } from "../scope/scope.js";
import { ProcessRepository } from "./process.repository.js";
import type { ProcessRequest } from "./process-question.js";
import { ProcessesService, type ProcessReport } from "./processes.service.js";
import { buildProcessLog, listLogRows, STEPS, type LoggedRun } from "./testing/build-process-log.js";
import {
  computeEdges,
  computeSteps,
  computeVariants,
  judgePath,
  orderRun,
  type DeclaredForTest,
} from "./testing/compute-process.js";

const FROM = new Date("2026-03-27T10:00:00Z");
const TO = new Date("2026-03-31T10:00:00Z");
const NOW = new Date("2026-03-30T23:00:00Z");
const RANGE = { from: FROM.getTime(), to: NOW.getTime() };
const DECLARED: DeclaredForTest = [
  ["receive", false, false],
  ["check", true, true],
  ["pick", false, true],
  ["pack", true, false],
  ["ship", false, false],
];

const scope = (limits: Partial<ScopeGrant> = {}) =>
  buildScope({ tenant: "t1", role: "administrator", subjectId: "p", ...limits });
const close = (value: number | null) => (value === null ? null : expect.closeTo(value, 6));

describe("process reports on the embedded engine", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-processes-"));
  let world: MetricsWorld;
  let service: ProcessesService;
  const log = [3, 4, 5].flatMap((seed) => buildProcessLog(seed, 150, RANGE));

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const { clickhouse, registry, postgres } = world;
    const steps = DECLARED.map(([step, isOptional, mayRepeat]) => ({ step, isOptional, mayRepeat }));
    await postgres.db.insert(schema.workflow).values(
      TENANTS.flatMap((tenant) => [
        { tenant, client: "c1", id: "order", title: "Order", steps },
        { tenant, client: "c2", id: "order", title: "Order", steps },
        { tenant, client: "c1", id: "return", title: "Return" },
        { tenant, client: "c2", id: "return", title: "Return", steps: steps.slice(0, 2) },
      ]),
    );
    service = new ProcessesService({ repository: new ProcessRepository(clickhouse), registry, now: () => NOW });
    for (const [table, rows] of listLogRows(log, 8)) await insertRows(clickhouse, table, rows);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function ask(request: Partial<ProcessRequest> = {}, who = scope()): Promise<ProcessReport> {
    const asked = { workflow: "order", from: FROM, to: TO, limit: 500, ...request };
    const answer = await service.report(who, asked, { edges: true, steps: true });
    if ("refusal" in answer) throw new Error(answer.refusal.message);
    return answer.report;
  }

  function choosePaths(isChosen: (run: LoggedRun) => boolean, isMerged = false) {
    return log
      .filter((run) => run.tenant === "t1" && run.workflow === "order" && isChosen(run))
      .filter(({ finished }) => finished !== undefined && finished >= RANGE.from && finished < RANGE.to)
      .map((run) => orderRun(run, isMerged));
  }

  function checkReport(report: ProcessReport, paths: ReturnType<typeof choosePaths>): void {
    expect(report.cases).toBe(paths.length);
    expect(report.casesWithoutSteps).toBe(paths.filter(({ steps }) => steps.length === 0).length);
    const variants = new Map(report.variants.map((variant) => [JSON.stringify(variant.steps), variant]));
    const expected = computeVariants(paths);
    expect([...variants.keys()].sort()).toEqual(expected.map(({ steps }) => steps).sort());
    for (const variant of expected) {
      const found = variants.get(variant.steps);
      const outcomes = Object.fromEntries(found?.outcomes.map(({ outcome, cases }) => [outcome, cases]) ?? []);
      expect({ ...found, steps: variant.steps, outcomes }).toMatchObject({
        ...variant,
        ...{ durationP50: close(variant.durationP50), durationP95: close(variant.durationP95) },
        share: close(variant.cases / paths.length),
      });
    }
    const edges = new Map(report.edges.map((edge) => [`${edge.from}>${edge.to}`, edge]));
    const moves = computeEdges(paths);
    expect([...edges.keys()].sort()).toEqual(moves.map(({ name }) => name).sort());
    for (const { name, count, durationP50, durationP95 } of moves) {
      const durations = { durationP50: close(durationP50), durationP95: close(durationP95) };
      expect(edges.get(name)).toMatchObject({ count, ...durations });
    }
    const steps = new Map(report.stepFigures.map((step) => [step.step, step]));
    for (const figures of computeSteps(paths)) {
      const rounded = Object.entries(figures).map(([name, value]) => [
        name,
        typeof value === "number" ? close(value) : value,
      ]);
      expect(steps.get(figures.step)).toMatchObject(Object.fromEntries(rounded));
    }
    expect(report.stepFigures.filter(({ isBottleneck }) => isBottleneck)).toHaveLength(steps.size === 0 ? 0 : 1);
  }

  it.each([false, true])(
    "equals an independent computation (equal steps in a row as one: %s)",
    async (mergeRepeats) => {
      const paths = choosePaths(() => true, mergeRepeats);
      expect(paths.length).toBeGreaterThan(100);
      checkReport(await ask({ mergeRepeats }), paths);
    },
  );

  it.each([false, true])(
    "judges each variant and all cases by the declared steps (merged: %s)",
    async (mergeRepeats) => {
      const report = await ask({ mergeRepeats });
      const paths = choosePaths(() => true, mergeRepeats).map(({ steps }) => steps.map(({ step }) => step));
      for (const { steps, deviations } of report.variants)
        expect((deviations ?? []).map(({ kind, step }) => `${kind}:${step}`).sort()).toEqual(
          judgePath(steps, DECLARED),
        );
      const counts: Record<string, number> = {};
      for (const deviation of paths.flatMap((path) => judgePath(path, DECLARED)))
        counts[deviation] = (counts[deviation] ?? 0) + 1;
      expect(Object.keys(counts).length).toBeGreaterThan(mergeRepeats ? 8 : 9);
      expect(
        Object.fromEntries(
          report.conformance?.deviations.map((each) => [`${each.kind}:${each.step}`, each.cases]) ?? [],
        ),
      ).toEqual(counts);
      const conforming = paths.filter((path) => judgePath(path, DECLARED).length === 0).length;
      expect(report.conformance).toMatchObject({ conforming, share: conforming / paths.length });
      expect(conforming).toBeGreaterThan(3);
    },
  );

  it("sums the variants that are not listed", async () => {
    const all = await ask();
    const some = await ask({ limit: 3 });
    expect(some.variants).toEqual(all.variants.slice(0, 3));
    const listed = some.variants.reduce((sum, { cases }) => sum + cases, 0);
    expect(some.others).toMatchObject({ variants: all.variantCount - 3, cases: all.cases - listed });
    expect({ ...some, variants: [], others: {} }).toEqual({ ...all, variants: [], others: {} });
  });

  it.each<[string, Partial<ProcessRequest>, Partial<ScopeGrant>, (run: LoggedRun) => boolean]>([
    ["a client asked for", { client: "c2" }, {}, (run) => run.client === "c2"],
    ["a client twice", { client: "c2", filter: { clients: ["c1"] } }, {}, () => false],
    ["a store of a filter", { filter: { stores: ["c1/s1"] } }, {}, (run) => run.client === "c1" && run.store === "s1"],
    [
      "an attribute",
      { filter: { attributes: [{ name: "priority", value: "high" }] } },
      {},
      (run) => run.priority === "high",
    ],
    ["an outcome", { filter: { outcomes: ["FAILED"] } }, {}, (run) => run.outcome === "failed"],
    ["somebody of one store", {}, { stores: ["c1/s1"] }, (run) => run.client === "c1" && run.store === "s1"],
    ["somebody of one client", {}, { clients: ["c2"] }, (run) => run.client === "c2"],
    ["somebody of a channel", {}, { channels: ["web"] }, (run) => run.channel === "web"],
    ["somebody of a partner", {}, { partners: ["p1"] }, (run) => run.partner === "p1"],
    [
      "somebody of a region who asks for a store outside of it",
      { filter: { stores: ["c1/s2"] } },
      { regions: ["north"] },
      (run) => run.store === "s2" && STORES.some((place) => place.id === run.store && place.region === "north"),
    ],
  ])("shows %s nothing else", async (_, request, limits, isChosen) => {
    checkReport(await ask(request, scope(limits)), choosePaths(isChosen));
  });

  it("answers a tenant without anything, and a workflow nobody has, with nothing", async () => {
    for (const report of [await ask({}, scope({ tenant: "t9" })), await ask({ workflow: "nothing" })]) {
      expect(report).toMatchObject({ cases: 0, variants: [], edges: [], stepFigures: [], conformance: null });
      expect(report).toMatchObject({ durationP50: null, stepsPerCaseP50: null, noConformanceReason: "NOT_DECLARED" });
    }
    const early = await ask({ from: new Date("2020-01-01T00:00:00Z"), to: new Date("2020-01-02T00:00:00Z") });
    expect(early).toMatchObject({ cases: 0, conformance: { conforming: 0, share: null, deviations: [] } });
  });

  it("leaves runs without steps out where nobody declared any, and says how many", async () => {
    const report = await ask({ workflow: "return", client: "c1" });
    expect(report.variants.every(({ steps }) => steps.length > 0)).toBe(true);
    expect(report.casesWithoutSteps).toBeGreaterThan(0);
    expect(report.conformance).toBeNull();
  });

  it("judges no run by the steps another client declared", async () => {
    expect(await ask({ workflow: "return" })).toMatchObject({
      conformance: null,
      noConformanceReason: "DECLARED_DIFFERENTLY",
    });
    expect((await ask({ workflow: "return", client: "c2" })).conformance?.declared).toHaveLength(2);
  });

  it("cuts long variants with a mark and counts them whole", async () => {
    const base = { tenant: "t1", client: "c1", workflow: "long", run: "long", source: "shop" };
    const end = FROM.getTime() + 60_000;
    await insertRows(world.clickhouse, "run", [
      {
        ...base,
        day: FROM.toISOString().slice(0, 10),
        started_at: FROM,
        finished_at: new Date(end),
        outcome: "succeeded",
      },
    ]);
    await insertRows(
      world.clickhouse,
      "step",
      Array.from({ length: 450 }, (_, place) => ({
        ...{ ...base, id: `s${place}`, step: STEPS[place % 5] ?? "", sequence: place, outcome: "succeeded" },
        ...{ started_at: new Date(end - place), finished_at: new Date(end - place) },
      })),
    );
    const { variants, edges } = await ask({ workflow: "long" });
    expect(variants).toMatchObject([{ stepCount: 450, isCut: true, cases: 1 }]);
    expect(variants[0]?.steps).toHaveLength(200);
    expect(edges.reduce((sum, { count }) => sum + count, 0)).toBe(449);
    // The order is that of the sequence, though time runs backwards.
    expect(edges[0]).toMatchObject({ from: "check", to: "pick", durationP50: -0.001 });
  });

  it.each<[string, Partial<ProcessRequest>]>([
    ["workflow", { workflow: "" }],
    ["from", { from: TO, to: FROM }],
    ["limit", { limit: 0 }],
    ["limit", { limit: 501 }],
    ["filter.measures", { filter: { measures: ["price"] } }],
    ["filter.stores", { filter: { stores: Array.from({ length: 1_001 }, (_, id) => String(id)) } }],
  ])("refuses a wrong %s", async (field, request) => {
    const asked = { workflow: "order", from: FROM, to: TO, ...request };
    const answer = await service.report(scope(), asked, { edges: false, steps: false });
    expect("refusal" in answer && answer.refusal.field).toBe(field);
  });

  it("is the same report whatever the order and repetition of what came", async () => {
    const before = await ask();
    for (const [table, rows] of listLogRows(log, 77)) await insertRows(world.clickhouse, table, rows);
    expect(await ask()).toEqual(before);
  });
});
