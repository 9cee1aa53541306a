import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildScope } from "../scope/scope.js";
import { RUN_DIMENSIONS } from "./catalogue/run-metrics.js";
import { DIMENSION_COLUMNS } from "./compiler/dimension-columns.js";
import { METRIC_CATALOG } from "./metric-catalog.js";
import type { MetricDefinition } from "./metric-definition.js";
import { DIMENSIONS, type Dimension } from "./metric-words.js";
import type { MetricQuestion } from "./query/metric-query.js";
import { insertRows, type TestRow } from "./testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "./testing/open-metrics-world.js";

const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });
const ofClient = buildScope({ tenant: "t1", role: "viewer", subjectId: "v", clients: ["c1"] });

/** What a contributor writes: an entry of a dimension, and an entry of a metric that offers it. */
const LANE = "LANE" as Dimension;
const HEAVY_RATE: MetricDefinition = {
  id: "heavy_rate",
  title: "Heavy runs",
  meaning: "Which share of the runs was worth more than 100.",
  unit: "ratio",
  formulaWords: "Runs that ended in the range with money above 100 / runs that ended in the range.",
  moment: "FINISHED",
  better: "NEITHER",
  dimensions: [...RUN_DIMENSIONS, LANE],
  decimals: 4,
  formula: {
    form: "ratio",
    of: { form: "flow", source: "run", at: "finished_at", sql: "countIf(money > 100)" },
    over: { form: "flow", source: "run", at: "finished_at", sql: "count()" },
  },
};

describe("an entry that somebody adds", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-added-"));
  let world: MetricsWorld;

  beforeAll(async () => {
    world = await openMetricsWorld(directory, new Date("2026-04-10T12:00:00Z"));
    const run = (id: string, client: string, lane: string, money: number, day = 2): TestRow => ({
      ...{ tenant: "t1", client, workflow: "order", run: id, store: "s1", outcome: "succeeded", version: 1 },
      ...{ started_at: `2026-04-0${day} 08:00:00.000`, finished_at: `2026-04-0${day} 09:00:00.000` },
      ...{ money, currency: "EUR", attributes: { lane } },
    });
    await insertRows(world.clickhouse, "run", [
      ...[run("1", "c1", "fast", 200), run("2", "c1", "fast", 50), run("3", "c1", "slow", 10)],
      ...[run("4", "c2", "slow", 500), run("5", "c1", "fast", 500, 1)],
    ]);
    Object.assign(DIMENSION_COLUMNS, { [LANE]: "attributes['lane']" });
  }, 60_000);
  afterAll(async () => {
    Reflect.deleteProperty(DIMENSION_COLUMNS, LANE);
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const question: MetricQuestion = {
    metrics: ["heavy_rate"],
    ...{ from: new Date("2026-04-02T00:00:00Z"), to: new Date("2026-04-03T00:00:00Z"), timeZone: "UTC" },
  };
  async function ask(more: Partial<MetricQuestion>, scope = admin) {
    const wants = { coverage: true, definitions: [HEAVY_RATE] };
    const outcome = await world.service.ask(scope, { ...question, ...more }, wants);
    if (!outcome.isAnswered) throw new Error(outcome.refusal.detail);
    return outcome.answer.groups.map(({ key, values: [value] }) => [
      ...[key[0]?.id ?? "", value?.value, value?.numerator, value?.denominator, value?.previous],
    ]);
  }

  it("of a metric is computed, compared, split over time and limited to a scope, with nothing else written", async () => {
    expect(await ask({})).toEqual([["", 0.5, 2, 4, null]]);
    expect(await ask({ compareTo: "PREVIOUS_PERIOD" })).toEqual([["", 0.5, 2, 4, 1]]);
    expect(await ask({}, ofClient)).toEqual([["", 1 / 3, 1, 3, null]]);
    const empty = { from: new Date("2026-03-02T00:00:00Z"), to: new Date("2026-03-03T00:00:00Z") };
    expect(await ask({ ...empty, granularity: "HOUR" })).toEqual([["", null, 0, 0, null]]);
  });

  it("of a dimension groups every metric that offers it", async () => {
    expect((await ask({ groupBy: [LANE] })).sort()).toEqual([
      ["fast", 0.5, 1, 2, null],
      ["slow", 0.5, 1, 2, null],
    ]);
    expect((await ask({ groupBy: [LANE] }, ofClient)).sort()).toEqual([
      ["fast", 0.5, 1, 2, null],
      ["slow", 0, 0, 1, null],
    ]);
  });

  it("of a dimension is all that each of those there are has", () => {
    const resolved: readonly Dimension[] = ["REGION", "POLICY"];
    expect(DIMENSIONS.filter((name) => !(name in DIMENSION_COLUMNS) && !resolved.includes(name))).toEqual([]);
    const offered = new Set(METRIC_CATALOG.flatMap(({ dimensions }) => dimensions));
    expect(DIMENSIONS.filter((name) => !offered.has(name))).toEqual([]);
  });
});
