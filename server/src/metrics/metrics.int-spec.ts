import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildScope } from "../scope/scope.js";
import type { MetricQuestion } from "./query/metric-query.js";
import { buildRawWorld, type RawMeasure, type RawRun, type RawWorld } from "./testing/build-raw-world.js";
import { computeIndependently } from "./testing/compute-independently.js";
import { openMetricsWorld, STORES, type MetricsWorld } from "./testing/open-metrics-world.js";
import { insertRows } from "./testing/insert-rows.js";

const NOW = new Date("2026-04-02T09:30:00.500Z");
const FROM = new Date("2026-03-28T10:00:00Z");
const TO = new Date("2026-04-03T00:00:00Z");
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });

const directories: string[] = [];
function openDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-metrics-"));
  directories.push(directory);
  return directory;
}

describe("metrics on the embedded engine", () => {
  let world: MetricsWorld;
  let raw: RawWorld;

  beforeAll(async () => {
    world = await openMetricsWorld(openDirectory(), NOW);
    raw = buildRawWorld({ from: FROM.getTime(), asOf: NOW.getTime() });
    await insertRows(world.clickhouse, "run", raw.stale);
    for (const table of ["run", "exception", "measure"] as const)
      await insertRows(world.clickhouse, table, raw.rows[table]);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    for (const directory of directories) rmSync(directory, { recursive: true, force: true });
  });

  async function ask(question: Partial<MetricQuestion> & { metrics: string[] }, scope = admin) {
    const outcome = await world.service.ask(scope, { from: FROM, to: TO, ...question }, { coverage: false });
    if (!outcome.isAnswered) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.answer;
  }

  const IDS = [
    "runs_started",
    "runs_finished",
    "runs_open",
    "success_rate",
    "failure_rate",
    "first_pass_rate",
    "retry_rate",
    "dead_letter_rate",
    "compensation_rate",
    "automation_rate",
    "retries",
    "duration_p50",
    "duration_p95",
    "duration_p99",
    "on_time_rate",
    "lateness_p50",
    "lateness_p95",
    "sla_attainment",
    "sla_met",
    "sla_breached",
    "sla_excluded",
    "sla_overdue",
    "sla_at_risk",
    "fanout_completeness",
    "exceptions_raised",
    "exceptions_open",
    "exceptions_resolved",
    "exception_rate",
    "exceptions_per_1000",
    "check_match_rate",
    "check_mismatch_rate",
    "check_mismatches",
  ];
  const range = { from: FROM.getTime(), to: TO.getTime(), asOf: NOW.getTime() };

  it.each(IDS)("%s equals an independent computation, alone and by workflow", async (id) => {
    const [group] = (await ask({ metrics: [id] })).groups;
    const own = raw.of("t1");
    expect(group?.values[0]?.value).toEqual(closeTo(computeIndependently(id, own, range)));
    for (const { key, values } of (await ask({ metrics: [id], groupBy: ["WORKFLOW"] })).groups) {
      const part = own.filter((row) => row.workflow === (key[0]?.id ?? ""));
      expect([key[0]?.id, values[0]?.value]).toEqual([key[0]?.id, closeTo(computeIndependently(id, part, range))]);
    }
  });

  it.each(IDS)(
    "%s by day in Berlin equals an independent computation of each day, the 23-hour one included",
    async (id) => {
      const [group] = (await ask({ metrics: [id], granularity: "DAY", timeZone: "Europe/Berlin" })).groups;
      const series = group?.values[0]?.series ?? [];
      expect(series.map((point) => point.at.toISOString())).toEqual([
        "2026-03-27T23:00:00.000Z",
        "2026-03-28T23:00:00.000Z",
        "2026-03-29T22:00:00.000Z",
        "2026-03-30T22:00:00.000Z",
        "2026-03-31T22:00:00.000Z",
        "2026-04-01T22:00:00.000Z",
        "2026-04-02T22:00:00.000Z",
      ]);
      const own = raw.of("t1");
      for (const [position, point] of series.entries()) {
        const start = Math.max(point.at.getTime(), FROM.getTime());
        const end = Math.min(series[position + 1]?.at.getTime() ?? TO.getTime(), NOW.getTime());
        const hasBegun = point.at < NOW;
        const expected = hasBegun
          ? computeIndependently(id, own, { from: start, to: end, asOf: range.asOf, instant: end })
          : null;
        expect([point.at, point.value]).toEqual([point.at, closeTo(expected)]);
      }
    },
  );

  it("answers metrics of every source in one question, each equal to its own", async () => {
    const [all] = (await ask({ metrics: IDS })).groups;
    for (const value of all?.values ?? [])
      expect([value.metric, value.value]).toEqual([
        value.metric,
        closeTo(computeIndependently(value.metric, raw.of("t1"), range)),
      ]);
    expect(all?.values).toHaveLength(IDS.length);
  });

  it.each(["money_at_risk", "sla_overdue_money", "sla_at_risk_money"])("splits %s by currency", async (id) => {
    const { groups } = await ask({ metrics: [id, "runs_open"] });
    const money = groups
      .filter((group) => group.key.length > 0)
      .map((group) => [group.values[0]?.currency, group.values[0]?.value]);
    const own = (currency: string) =>
      computeIndependently(
        id,
        raw.of("t1").filter((row) => row.currency === currency),
        range,
      );
    const there = ["EUR", "USD"].filter((currency) => own(currency) !== 0);
    expect(there.length).toBeGreaterThan(0);
    expect(money).toEqual(there.map((currency) => [currency, closeTo(own(currency))]));
    expect(groups.find((group) => group.key.length === 0)?.values.map((value) => value.metric)).toEqual(["runs_open"]);
  });

  it.each([
    [{ clients: ["c1"] }, (run: RawRun) => run.client === "c1"],
    [{ stores: ["c1/s1"] }, (run: RawRun) => run.client === "c1" && run.store === "s1"],
    [{ stores: ["s1"], clients: ["c2"] }, (run: RawRun) => run.client === "c2" && run.store === "s1"],
    [{ regions: ["c1/south"] }, (run: RawRun) => regionOf(run) === "south" && run.client === "c1"],
    [{ regions: ["south"] }, (run: RawRun) => regionOf(run) === "south"],
    [{ channels: ["pos"] }, (run: RawRun) => run.channel === "pos"],
    [{ channels: ["c2/web"] }, (run: RawRun) => run.client === "c2" && run.channel === "web"],
    [{ partners: ["p1"] }, (run: RawRun) => run.partner === "p1"],
    [{ stores: [] }, () => false],
  ])("limits a person to %j, alone and as a filter", async (limits, isVisible) => {
    const expected = raw.of("t1").filter((row) => row.kind === "run" && isVisible(row)).length;
    const wide = { from: new Date(0), to: new Date("2027-01-01T00:00:00Z") };
    world.now = wide.to;
    const limited = buildScope({ tenant: "t1", role: "viewer", subjectId: "v", ...limits });
    const asScope = await ask({ metrics: ["runs_started"], ...wide }, limited);
    const asFilter = await ask({ metrics: ["runs_started"], ...wide, filter: limits });
    world.now = NOW;
    const counted = raw
      .of("t1")
      .filter((row) => row.kind === "run" && isVisible(row) && row.started !== undefined).length;
    expect([asScope.groups[0]?.values[0]?.value, asFilter.groups[0]?.values[0]?.value]).toEqual([counted, counted]);
    expect(expected).toBeGreaterThanOrEqual(counted);
    expect(asScope.sql).toBeNull();
  });

  it("groups by the registry's region and by client and store where ids repeat", async () => {
    const { groups } = await ask({ metrics: ["runs_started"], groupBy: ["REGION", "CLIENT"] });
    for (const { key, values } of groups) {
      const part = raw.of("t1").filter((row) => (regionOf(row) || null) === key[0]?.id && row.client === key[1]?.id);
      expect(values[0]?.value).toBe(computeIndependently("runs_started", part, range));
    }
    const stores = await ask({ metrics: ["runs_started"], groupBy: ["STORE"] });
    expect(stores.groups[0]?.key.map((part) => part.dimension)).toEqual(["STORE", "CLIENT"]);
  });

  it("never shows one tenant what another has", async () => {
    const other = buildScope({ tenant: "t2", role: "administrator", subjectId: "p" });
    const value = (await ask({ metrics: ["runs_started"] }, other)).groups[0]?.values[0]?.value;
    expect(value).toBe(computeIndependently("runs_started", raw.of("t2"), range));
    expect(value).not.toBe(computeIndependently("runs_started", raw.of("t1"), range));
    const nobody = buildScope({ tenant: "t3", role: "administrator", subjectId: "p" });
    expect((await ask({ metrics: ["runs_started"] }, nobody)).groups[0]?.values[0]?.value).toBe(0);
  });

  it("groups and filters by attributes of runs", async () => {
    const { groups } = await ask({ metrics: ["runs_started"], groupByAttributes: ["priority"] });
    for (const { key, values } of groups) {
      const part = raw.of("t1").filter((row) => (row.priority || null) === key[0]?.id);
      expect(values[0]?.value).toBe(computeIndependently("runs_started", part, range));
    }
    const filtered = await ask({
      metrics: ["runs_started"],
      filter: { attributes: [{ name: "priority", value: "high" }] },
    });
    expect(filtered.groups[0]?.values[0]?.value).toBe(
      computeIndependently(
        "runs_started",
        raw.of("t1").filter((row) => row.priority === "high"),
        range,
      ),
    );
  });

  it("compares with the previous period", async () => {
    const day = { from: new Date("2026-03-30T00:00:00Z"), to: new Date("2026-03-31T00:00:00Z"), timeZone: "UTC" };
    const [group] = (await ask({ metrics: ["runs_started", "success_rate"], ...day, compareTo: "PREVIOUS_PERIOD" }))
      .groups;
    const earlier = { from: Date.parse("2026-03-29T00:00:00Z"), to: day.from.getTime(), asOf: day.from.getTime() };
    expect(group?.values.map((value) => value.previous)).toEqual(
      ["runs_started", "success_rate"].map((id) => closeTo(computeIndependently(id, raw.of("t1"), earlier))),
    );
  });

  it("says why there is no value", async () => {
    const empty = { from: new Date("2020-01-01T00:00:00Z"), to: new Date("2020-02-01T00:00:00Z") };
    const [group] = (
      await ask({
        metrics: ["success_rate", "duration_p50", "runs_started"],
        ...empty,
        granularity: "MONTH",
        timeZone: "UTC",
      })
    ).groups;
    expect(group?.values.map(({ value, nullReason, series }) => [value, nullReason, series?.[0]?.value])).toEqual([
      [null, "NO_ROWS", null],
      [null, "NO_ROWS", null],
      [0, null, 0],
    ]);
  });

  it("orders by a metric and limits, nulls last", async () => {
    const { groups, groupCount } = await ask({
      metrics: ["runs_started"],
      groupBy: ["WORKFLOW"],
      orderBy: { metric: "runs_started", direction: "DESCENDING" },
      limit: 2,
    });
    const values = groups.map((group) => group.values[0]?.value ?? 0);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect([groups.length, groupCount]).toEqual([2, 3]);
  });

  it("adds, averages and picks the newest of measures, each measure and currency by itself", async () => {
    const { groups } = await ask({ metrics: ["measure_sum", "measure_avg", "measure_last"] });
    const measures = raw
      .of("t1")
      .filter(
        (row): row is RawMeasure =>
          row.kind === "measure" &&
          row.expected === undefined &&
          row.time >= FROM.getTime() &&
          row.time < NOW.getTime(),
      );
    for (const name of ["sales.net", "queue.depth"]) {
      const part = measures.filter((row) => row.measure === name);
      const group = groups.find((candidate) => candidate.key.some((key) => key.id === name));
      const sum = part.reduce((total, row) => total + row.value, 0);
      const newest = [...part].sort((a, b) => b.time - a.time)[0];
      expect(group?.values.map((value) => value.value)).toEqual([
        closeTo(sum),
        closeTo(sum / part.length),
        closeTo(newest?.value ?? null),
      ]);
    }
    expect(groups.find((group) => group.key.some((key) => key.id === "sales.net"))?.key.map((key) => key.id)).toEqual([
      "EUR",
      "sales.net",
    ]);
  });
});

const closeTo = (value: number | null) => (value === null ? null : expect.closeTo(value, 6));

function regionOf(row: { client: string; store: string }): string {
  return STORES.find((store) => store.client === row.client && store.id === row.store)?.region ?? "";
}
