import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildScope } from "../../scope/scope.js";
import { METRIC_CATALOG } from "../metric-catalog.js";
import { buildRawWorld } from "../testing/build-raw-world.js";
import { insertRows } from "../testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../testing/open-metrics-world.js";
import { MetricWhyService, type WhyRequest } from "./metric-why.service.js";

const NOW = new Date("2026-04-02T09:30:00.500Z");
const FROM = new Date("2026-04-01T00:00:00Z");
const TO = new Date("2026-04-03T00:00:00Z");
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });

describe("why a number is what it is, on the embedded engine", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-why-"));
  let world: MetricsWorld;
  let service: MetricWhyService;

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const raw = buildRawWorld({ from: FROM.getTime() - 5 * 86_400_000, asOf: NOW.getTime() });
    for (const table of ["run", "exception", "measure"] as const)
      await insertRows(world.clickhouse, table, raw.rows[table]);
    service = new MetricWhyService({ metrics: world.service, now: () => NOW });
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function explain(request: Partial<WhyRequest> & { metric: string }, scope = admin) {
    const outcome = await service.explain(scope, { from: FROM, to: TO, ...request });
    if (!outcome.isAnswered) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.why;
  }

  it("says what it rests on", async () => {
    const filter = { clients: ["c1"], workflows: ["order"] };
    const why = await explain({ metric: "success_rate", filter });
    expect(why).toMatchObject({ filterWords: ["client c1", "workflow order"], timeZone: "UTC", asOf: NOW });
    expect(why.definitionVersion).toMatch(/^[0-9a-f]{8}$/);
    expect(why.sql).toContain("FROM run FINAL");
    const viewer = buildScope({ tenant: "t1", role: "viewer", subjectId: "v" });
    expect((await explain({ metric: "success_rate" }, viewer)).sql).toBeNull();
  });

  it("compares a period that is still running with as much of the one before", async () => {
    const why = await explain({ metric: "runs_finished", timeZone: "UTC" });
    expect(why.previousTo.getTime() - why.previousFrom.getTime()).toBe(NOW.getTime() - FROM.getTime());
    expect(why.previousFrom).toEqual(new Date("2026-03-30T00:00:00Z"));
  });

  const explainable = METRIC_CATALOG.filter(
    ({ formula, moment }) => formula.form !== "figure" && moment !== "RECORDED",
  ).map(({ id }) => id);

  it.each([...explainable, "duration_p95", "lateness_p50"])(
    "%s: the drivers of each dimension sum to the change",
    async (id) => {
      const why = await explain({ metric: id });
      if (why.value?.value == null || why.previous?.value == null) return expect(why.drivers).toEqual([]);
      const isPercentile = /_p\d\d$/.test(id);
      for (const { drivers, others, groups } of why.drivers) {
        expect(groups).toBeGreaterThan(0);
        const sum = drivers.reduce((all, { contribution }) => all + contribution, others);
        if (!isPercentile) expect(sum).toBeCloseTo(why.value.value - why.previous.value, 6);
        for (const { share, contribution } of drivers)
          if (share !== null) expect(share * sum).toBeCloseTo(contribution, 6);
      }
      if (isPercentile) expect(why.explained).toContain("was this percentile before");
    },
  );

  it("finds the store, the error class and the version that broke", async () => {
    const at = (hours: number) => new Date(FROM.getTime() + hours * 3_600_000);
    const rows = Array.from({ length: 400 }, (_, index) => {
      const isNow = index >= 200;
      const isBroken = isNow && index % 4 === 0;
      return {
        ...{ tenant: "t9", client: "c1", workflow: "sync", run: `r${index}`, source: "hub" },
        ...{ store: `s${index % 4}`, workflow_version: isBroken ? "14" : "13" },
        day: at(isNow ? 1 : -47)
          .toISOString()
          .slice(0, 10),
        started_at: at(isNow ? 1 : -47),
        finished_at: at(isNow ? 2 : -46),
        ...{ outcome: isBroken ? "failed" : "succeeded", error_class: isBroken ? "timeout" : "" },
        ...{ version: 1, is_deleted: 0 },
      };
    });
    await insertRows(world.clickhouse, "run", rows);
    const scope = buildScope({ tenant: "t9", role: "administrator", subjectId: "p" });
    const why = await explain({ metric: "failure_rate" }, scope);
    expect(why.value).toMatchObject({ value: 0.25, numerator: 50, denominator: 200 });
    const first = (dimension: string) => why.drivers.find((found) => found.dimension === dimension)?.drivers[0];
    expect(first("STORE")).toMatchObject({ key: [{ dimension: "STORE", id: "s0" }], contribution: 0.25, share: 1 });
    expect(first("ERROR_CLASS")).toMatchObject({ key: [{ id: "timeout" }], contribution: 0.25 });
    const few = await explain({ metric: "failure_rate", dimensions: ["STORE", "STEP"] }, scope);
    expect(few.drivers).toEqual(why.drivers.filter(({ dimension }) => dimension === "STORE"));
    const { drivers, explained, ...rest } = await explain({ metric: "failure_rate", withDrivers: false }, scope);
    expect({ drivers, explained, rest: rest.value }).toEqual({
      drivers: [],
      explained: why.explained,
      rest: why.value,
    });
    expect(first("WORKFLOW_VERSION")).toMatchObject({ key: [{ id: "14" }], current: { numerator: 50 } });
    // Nobody else sees anything of it.
    expect(
      (await explain({ metric: "failure_rate" })).drivers
        .flatMap(({ drivers }) => drivers)
        .some(({ key }) => key[0]?.id === "timeout" && key.length === 1 && key[0].dimension === "WORKFLOW_VERSION"),
    ).toBe(false);
  });

  it("never adds money of several currencies", async () => {
    const why = await explain({ metric: "money_at_risk" });
    if (why.value === null) return expect(why.drivers).toEqual([]);
    const other = await explain({ metric: "money_at_risk", currency: why.value.currency });
    expect(other.value).toEqual(why.value);
  });

  it("says why it cannot", async () => {
    expect(await service.explain(admin, { metric: "none", from: FROM, to: TO })).toMatchObject({ isAnswered: false });
    expect(await service.explain(admin, { metric: "runs_open", from: TO, to: FROM })).toMatchObject({
      isAnswered: false,
    });
  });
});
