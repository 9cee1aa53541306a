import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { schema } from "@watchfloor/sql";
import type { MetricQuestion } from "../metrics/query/metric-query.js";
import { insertRows } from "../metrics/testing/insert-rows.js";
import { MetricRowsService, type CountedRow, type RowsRequest } from "../metrics/why/metric-rows.service.js";
import { MetricWhyService } from "../metrics/why/metric-why.service.js";
import { MetricsRepository } from "../metrics/execution/metrics.repository.js";
import { openMetricsWorld, TENANTS, type MetricsWorld } from "../metrics/testing/open-metrics-world.js";
import { buildScope, type ScopeGrant } from "../scope/scope.js";
import { buildProcessLog, listLogRows, STEPS, type LoggedRun } from "./testing/build-process-log.js";
import { computeStepMetrics, computeTraceCompleteness } from "./testing/compute-step-metrics.js";

const FROM = new Date("2026-03-28T10:00:00Z");
const TO = new Date("2026-03-31T10:00:00Z");
const NOW = new Date("2026-03-30T11:00:00Z");
const RANGE = { from: FROM.getTime(), to: NOW.getTime() };
const IDS = ["step_work_p95", "step_wait_p95", "step_share", "step_failure_rate"] as const;
const REQUIRED = ["receive", "ship"];

const scope = (limits: Partial<ScopeGrant> = {}) =>
  buildScope({ tenant: "t1", role: "administrator", subjectId: "p", ...limits });
const close = (value: number | null) => (value === null ? null : expect.closeTo(value, 6));

describe("metrics of steps on the embedded engine", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-step-metrics-"));
  let world: MetricsWorld;
  const log = [21, 22].flatMap((seed) =>
    buildProcessLog(seed, 200, { from: RANGE.from - 86_400_000, to: RANGE.to + 43_200_000 }),
  );
  const own = log.filter(({ tenant }) => tenant === "t1");

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const steps = [...REQUIRED, "pack"].map((step) => ({ step, isOptional: step === "pack", mayRepeat: false }));
    await world.postgres.db.insert(schema.workflow).values(
      TENANTS.flatMap((tenant) => [
        { tenant, client: "c1", id: "order", title: "Order", steps },
        { tenant, client: "c2", id: "order", title: "Order" },
      ]),
    );
    for (const [table, rows] of listLogRows(log, 8)) await insertRows(world.clickhouse, table, rows);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function ask(question: Partial<MetricQuestion> & { metrics: readonly string[] }, who = scope()) {
    const outcome = await world.service.ask(who, { from: FROM, to: TO, ...question }, { coverage: false });
    if (!outcome.isAnswered) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.answer.groups;
  }

  async function checkSteps(
    isChosen: (run: LoggedRun) => boolean,
    question: Partial<MetricQuestion> = {},
    who = scope(),
  ): Promise<void> {
    const groups = await ask({ metrics: IDS, ...question }, who);
    const found = new Map(groups.map((group) => [group.key.find(({ dimension }) => dimension === "STEP")?.id, group]));
    const chosen = own.filter(isChosen);
    for (const step of [...STEPS, "surprise", "detour"]) {
      const expected = computeStepMetrics(chosen, RANGE, step);
      const values = new Map(found.get(step)?.values.map((value) => [value.metric, value.value]));
      for (const id of IDS) expect([step, id, values.get(id) ?? null]).toEqual([step, id, close(expected[id])]);
    }
  }

  it("equal an independent computation, each step by itself, without being asked to", async () => {
    await checkSteps(() => true);
    expect((await ask({ metrics: ["step_share"] })).length).toBeGreaterThan(STEPS.length);
  });

  it.each<[string, Partial<MetricQuestion>, Partial<ScopeGrant>, (run: LoggedRun) => boolean]>([
    ["a workflow", { filter: { workflows: ["return"] } }, {}, (run) => run.workflow === "return"],
    ["a store of the run", { filter: { stores: ["c1/s1"] } }, {}, (run) => run.client === "c1" && run.store === "s1"],
    [
      "an attribute of the run",
      { filter: { attributes: [{ name: "priority", value: "low" }] } },
      {},
      (run) => run.priority === "low",
    ],
    ["somebody of one store", {}, { stores: ["c1/s2"] }, (run) => run.client === "c1" && run.store === "s2"],
    ["somebody of one client", {}, { clients: ["c2"] }, (run) => run.client === "c2"],
    ["somebody of a partner", {}, { partners: ["p1"] }, (run) => run.partner === "p1"],
  ])("show %s nothing else", async (_, question, limits, isChosen) => {
    await checkSteps(isChosen, question, scope(limits));
  });

  it("lie in the bucket in which the step ended", async () => {
    const hour = 3_600_000;
    const groups = await ask({ metrics: IDS, granularity: "HOUR", groupBy: ["STEP"] });
    const pick = groups.find((group) => group.key[0]?.id === "pick");
    const points = new Map(pick?.values.map((value) => [value.metric, value.series ?? []]));
    let checked = 0;
    for (const [place, point] of (points.get("step_failure_rate") ?? []).entries()) {
      if (point.at >= NOW) continue;
      const from = point.at.getTime();
      const rows = own
        .filter((run) => run.trace === "" || run.finished !== undefined)
        .flatMap(({ steps }) => steps)
        .filter(({ step, ended }) => step === "pick" && ended >= from && ended < Math.min(from + hour, RANGE.to));
      expect(point.denominator ?? 0).toBe(rows.length);
      expect(points.get("step_wait_p95")?.[place]?.value ?? -1).toBeGreaterThanOrEqual(-1);
      checked += rows.length;
    }
    expect(checked).toBeGreaterThan(50);
  });

  it("know a correlation that is complete from one that is not, and from one that has not ended", async () => {
    const required = (run: LoggedRun) => (run.client === "c1" && run.workflow === "order" ? REQUIRED : undefined);
    const [group] = await ask({ metrics: ["trace_completeness"] });
    const expected = computeTraceCompleteness(own, RANGE, required);
    expect(expected.numerator).toBeGreaterThan(10);
    expect(expected.denominator - expected.numerator).toBeGreaterThan(10);
    expect(group?.values[0]).toMatchObject({ ...expected, value: expected.numerator / expected.denominator });
    const [none] = await ask({ metrics: ["trace_completeness"], filter: { clients: ["c2"] } });
    expect(none?.values[0]).toMatchObject({ value: null, denominator: 0 });
  });

  it.each([...IDS, "trace_completeness"])(
    "%s has rows behind it that add up to it, each listed once",
    async (metric) => {
      const repository = new MetricsRepository(world.clickhouse, () => NOW);
      const service = new MetricRowsService({ repository, registry: world.registry, now: () => NOW });
      const list = async (request: Pick<RowsRequest, "side"> & Partial<RowsRequest>, who = scope()) => {
        const rows: CountedRow[] = [];
        for (let after: string | null = null, isMore = true; isMore;) {
          const answer = await service.list(who, { metric, from: FROM, to: TO, first: 200, after, ...request });
          if ("refusal" in answer) throw new Error(JSON.stringify(answer.refusal));
          rows.push(...answer.page.nodes);
          after = answer.page.pageInfo.endCursor;
          isMore = answer.page.pageInfo.hasNextPage;
        }
        return rows;
      };
      const add = (rows: readonly CountedRow[]) => rows.reduce((sum, { contribution }) => sum + contribution, 0);
      const isOfSteps = metric !== "trace_completeness";
      for (const filter of isOfSteps ? [{}, { steps: ["pick"] }, { steps: ["pick"], stores: ["c1/s1"] }] : [{}]) {
        const values = (await ask({ metrics: [metric], filter })).flatMap((group) => group.values);
        const counted = await list({ side: "DENOMINATOR", filter });
        expect(counted.length).toBeGreaterThan(5);
        expect(add(counted)).toBeCloseTo(
          values.reduce((sum, value) => sum + (value.denominator ?? 0), 0),
          3,
        );
        const rows = await list({ side: "NUMERATOR", filter });
        if (metric.endsWith("_p95")) expect(rows.length).toBe(counted.length);
        else
          expect(add(rows)).toBeCloseTo(
            values.reduce((sum, value) => sum + (value.numerator ?? 0), 0),
            3,
          );
        expect(
          new Set(counted.map(({ client, workflow, run, source, id }) => [client, workflow, run, source, id].join("|")))
            .size,
        ).toBe(counted.length);
        if (isOfSteps) expect(counted.every(({ run }) => run !== "")).toBe(true);
      }
      const seen = await list({ side: "DENOMINATOR" }, scope({ stores: ["c1/s2"] }));
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.every(({ client, store }) => client === "c1" && store === "s2")).toBe(true);
      expect(await list({ side: "DENOMINATOR" }, scope({ tenant: "t9" }))).toEqual([]);
    },
  );

  it("are explained one step at a time", async () => {
    const why = new MetricWhyService({ metrics: world.service, now: () => NOW });
    const explain = (metric: string, filter: object) => why.explain(scope(), { metric, from: FROM, to: TO, filter });
    expect(await explain("step_failure_rate", {})).toMatchObject({
      refusal: { reason: "part_not_named", field: "query.filter.steps" },
    });
    const expected = computeStepMetrics(own, RANGE, "pick");
    for (const id of IDS)
      expect(await explain(id, { steps: ["pick"] })).toMatchObject({ why: { value: { value: close(expected[id]) } } });
    const wrong = { metrics: ["runs_finished"], filter: { steps: ["pick"] } };
    await expect(ask(wrong)).rejects.toThrow("filter_not_offered");
    await expect(ask({ ...wrong, metrics: ["trace_completeness"] })).rejects.toThrow("filter_not_offered");
  });

  it("are empty where nothing happened, with the reason", async () => {
    const early = { from: new Date("2020-01-01T00:00:00Z"), to: new Date("2020-01-02T00:00:00Z") };
    const [group] = await ask({ metrics: [...IDS, "trace_completeness"], ...early });
    expect(group?.values.map(({ value, nullReason }) => [value, nullReason])).toEqual(
      Array.from({ length: 5 }, () => [null, "NO_ROWS"]),
    );
    const [nobody] = await ask({ metrics: ["trace_completeness"] }, scope({ tenant: "t9" }));
    expect(nobody?.values[0]).toMatchObject({ value: null, denominator: 0 });
    expect(await ask({ metrics: ["step_share"] }, scope({ stores: [] }))).toMatchObject([
      { values: [{ value: null }] },
    ]);
  });
});
