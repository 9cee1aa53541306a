import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { markDirtyHours } from "@watchfloor/sql";
import type { MetricsService } from "../metrics/execution/metrics.service.js";
import type { Dimension, Granularity } from "../metrics/metric-words.js";
import type { MetricQuestion } from "../metrics/query/metric-query.js";
import { buildRawWorld } from "../metrics/testing/build-raw-world.js";
import { Dice } from "../metrics/testing/dice.js";
import { insertRows } from "../metrics/testing/insert-rows.js";
import { openMetricsWorld, STORES, type MetricsWorld } from "../metrics/testing/open-metrics-world.js";
import { buildScope, type Scope } from "../scope/scope.js";
import { listRolledMetrics } from "./list-rolled-metrics.js";
import type { RollupPass } from "./pass/rollup-pass.js";
import { buildMetricPair } from "./testing/build-metric-pair.js";

const NOW = new Date("2026-04-02T09:30:00.500Z");
const HOUR = 3_600_000;
const FROM = Date.parse("2026-03-23T00:00:00Z");
const ROLLED = listRolledMetrics();
const COUNTED = ROLLED.filter((id) => !/_p\d\d$/.test(id));
const DIMENSIONS: readonly (readonly Dimension[])[] = [
  [],
  ["CLIENT"],
  ["STORE"],
  ["REGION", "WORKFLOW"],
  ["PARTNER"],
  ["CHANNEL", "BRAND", "SOURCE"],
];
const ZONES = ["UTC", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo"];
const GRANULARITIES: readonly (Granularity | null)[] = [null, null, "HOUR", "DAY", "DAY", "WEEK", "MONTH"];
const SCOPES: readonly Scope[] = [
  buildScope({ tenant: "t1", role: "administrator", subjectId: "a" }),
  buildScope({ tenant: "t2", role: "administrator", subjectId: "a" }),
  buildScope({ tenant: "t1", role: "viewer", subjectId: "b", stores: ["c1/s1"] }),
  buildScope({ tenant: "t1", role: "viewer", subjectId: "c", clients: ["c2"], channels: ["pos"] }),
  buildScope({ tenant: "t1", role: "viewer", subjectId: "d", regions: ["south"] }),
  buildScope({ tenant: "t1", role: "viewer", subjectId: "e", stores: [] }),
  buildScope({ tenant: "t3", role: "administrator", subjectId: "f" }),
];

describe("rollups", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-rollups-"));
  let world: MetricsWorld;
  let rows: MetricsService;
  let rolled: MetricsService;
  let spread: MetricsService;
  let pass: RollupPass;
  let second: RollupPass;
  let now = NOW;

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const raw = buildRawWorld({ from: FROM, asOf: NOW.getTime() });
    await insertRows(world.clickhouse, "run", raw.stale);
    for (const table of ["run", "exception"] as const) await insertRows(world.clickhouse, table, raw.rows[table]);
    const { clickhouse, postgres } = world;
    const pair = buildMetricPair({ clickhouse, postgres, now: () => now });
    ({ rows, rolled, spread } = pair);
    pass = pair.buildPass();
    second = pair.buildPass();
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function ask(service: MetricsService, scope: Scope, question: MetricQuestion) {
    const outcome = await service.ask(scope, question, { coverage: false });
    if (!outcome.isAnswered) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.answer;
  }

  function drawQuestion(dice: Dice): MetricQuestion {
    const from = FROM + Math.floor(dice.next() * 200) * HOUR + dice.pick([0, 0, 1, 1_800_000, 17 * 60_000]);
    const to = from + Math.floor(1 + dice.next() * 240) * HOUR + dice.pick([0, 0, -1, 1_800_000]);
    return {
      metrics: dice.pick([ROLLED, COUNTED, COUNTED, ...ROLLED.map((id) => [id])]),
      from: new Date(from),
      to: new Date(to),
      groupBy: dice.pick(DIMENSIONS),
      granularity: dice.pick(GRANULARITIES),
      timeZone: dice.pick(ZONES),
      filter: dice.pick([
        null,
        null,
        { stores: ["s1"] },
        { regions: ["north"] },
        { workflows: ["order"] },
        { partners: ["p1"] },
      ]),
      compareTo: dice.pick([null, "PREVIOUS_PERIOD"]),
      limit: 1_000,
    };
  }

  async function compare(count: number, seed: number): Promise<number> {
    const dice = new Dice(seed);
    let rolledStatements = 0;
    for (let turn = 0; turn < count; turn += 1) {
      const question = drawQuestion(dice);
      const scope = dice.pick(SCOPES);
      const expected = await ask(rows, scope, question);
      const answer = await ask(rolled, scope, question);
      expect({ question, groups: answer.groups }).toEqual({ question, groups: expected.groups });
      rolledStatements += answer.sql?.split(".rolled ").length ?? 1;
    }
    return rolledStatements - count;
  }

  it("answers from rows while nothing is rolled up", async () => {
    expect(await compare(3, 1)).toBe(0);
  }, 60_000);

  it("rolls up everything there is at first, and nothing twice", async () => {
    const first = await pass.run(NOW);
    expect(first.newHours).toBeGreaterThan(200);
    expect(await pass.run(NOW)).toEqual({ dirtyHours: 0, newHours: 0, restatedHours: 0 });
  }, 120_000);

  it("answers exactly what the rows do, for any range, zone, grouping, filter and scope", async () => {
    expect(await compare(20, 2)).toBeGreaterThan(2);
  }, 180_000);

  it("answers percentiles within 1 %, and everything else exactly, where they are read from spreads", async () => {
    const dice = new Dice(3);
    let compared = 0;
    for (let turn = 0; turn < 12; turn += 1) {
      const { filter: _, ...drawn } = drawQuestion(dice);
      const question = { ...drawn, metrics: ROLLED };
      const expected = await ask(rows, SCOPES[0] as Scope, question);
      const answer = await ask(spread, SCOPES[0] as Scope, question);
      const near = (value: number | null) =>
        value === null ? null : expect.closeTo(value, -Math.log10(Math.max(Math.abs(value) * 0.02, 1e-9)));
      for (const [position, group] of expected.groups.entries())
        for (const [place, value] of group.values.entries()) {
          const isPercentile = /_p\d\d$/.test(value.metric);
          const own = answer.groups[position]?.values[place];
          const reading = (figure: { value: number | null; denominator: number | null } | undefined) => [
            question,
            value.metric,
            figure?.value,
            figure?.denominator,
          ];
          const wanted = isPercentile ? { ...value, value: near(value.value) as number | null } : value;
          expect(reading(own)).toEqual(reading(wanted));
          for (const [index, point] of (value.series ?? []).entries())
            expect(reading(own?.series?.[index])).toEqual(
              reading(isPercentile ? { ...point, value: near(point.value) as number | null } : point),
            );
          compared += 1;
        }
    }
    expect(compared).toBeGreaterThan(100);
  }, 180_000);

  it("sees at once what changes, moves or vanishes, and is exact again after the next pass", async () => {
    const place = STORES[1];
    const moved = { tenant: "t1", client: place.client, store: place.id, workflow: "order", kind: "workflow" };
    const at = (iso: string) => new Date(iso);
    const base = { ...moved, outcome: "succeeded", day: "2026-03-25" };
    const instants = { started_at: at("2026-03-25T10:10:00Z"), finished_at: at("2026-03-25T23:50:00Z") };
    await insertRows(world.clickhouse, "run", [{ ...base, ...instants, run: "moving", version: 1 }]);
    await markDirtyHours(world.clickhouse, { tenant: "t1", from: instants.started_at, to: instants.finished_at });
    await compare(6, 4);
    expect((await pass.run(NOW)).dirtyHours).toBe(14);
    await compare(6, 5);
    await insertRows(world.clickhouse, "run", [
      { ...base, ...instants, run: "moving", version: 2, is_deleted: 1 },
      {
        ...base,
        run: "moving",
        version: 2,
        day: "2026-03-24",
        store: "s1",
        started_at: at("2026-03-24T23:59:59.999Z"),
      },
    ]);
    await markDirtyHours(world.clickhouse, {
      tenant: "t1",
      from: at("2026-03-24T23:00:00Z"),
      to: instants.finished_at,
    });
    await compare(6, 6);
    expect((await pass.run(NOW)).dirtyHours).toBe(25);
    expect(await compare(8, 7)).toBeGreaterThan(1);
  }, 120_000);

  it("goes on with the hours that end, and a second worker does no harm", async () => {
    now = new Date(NOW.getTime() + 30 * HOUR);
    await Promise.all([pass.run(now), second.run(now)]);
    expect((await pass.run(now)).newHours).toBe(0);
    expect(await compare(10, 8)).toBeGreaterThan(2);
  }, 120_000);
});
