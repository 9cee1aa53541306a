import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishRegistrySignal, saveSlaPolicy, seedRegistry, type ClickHouse, type Postgres } from "@watchfloor/sql";
import { MetricsRepository } from "../../metrics/execution/metrics.repository.js";
import { MetricsService } from "../../metrics/execution/metrics.service.js";
import { Dice } from "../../metrics/testing/dice.js";
import { insertRows } from "../../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../../metrics/testing/open-metrics-world.js";
import { buildScope } from "../../scope/scope.js";
import { storeWorkingIntervals } from "../clocks/store-working-intervals.js";
import { drawSlaRun, policyTerms, renderSlaRun, SLA_NOW, type SlaRun } from "../testing/build-sla-world.js";
import { keepStamps } from "./keep-stamps.js";
import { PromiseStamper } from "./promise-stamper.js";

const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });
const client = buildScope({ tenant: "t1", role: "analyst", subjectId: "p", clients: ["c1"] });
const METRICS = ["sla_attainment", "on_time_rate", "sla_overdue", "sla_at_risk"];
const RANGES = [
  { from: "2026-03-28T07:20:00Z", to: "2026-04-08T00:00:00Z" },
  { from: "2026-03-01T00:00:00Z", to: SLA_NOW.toISOString() },
];

describe("promises that were decided when rows were written", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-stamps-"));
  const runs: SlaRun[] = [];
  const asked: string[] = [];
  let world: MetricsWorld;
  let service: MetricsService;
  let keeper: ReturnType<typeof keepStamps>;

  beforeAll(async () => {
    world = await openMetricsWorld(directory, SLA_NOW);
    await world.registry.onModuleInit();
    await seedPolicies(world.postgres);
    const dice = new Dice(31);
    for (let number = 0; number < 1_000; number += 1) runs.push(drawSlaRun(dice, "t1", `r-${number}`));
    await insertRows(world.clickhouse, "run", runs.map(renderSlaRun));
    await storeWorkingIntervals({ ...world, isKeeper: true }, SLA_NOW);
    keeper = keepStamps({ ...world, now: () => SLA_NOW });
    renewService();
  }, 120_000);
  afterAll(async () => {
    await keeper.close();
    await world.registry.onModuleDestroy();
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  /** A service that remembers nothing of what it was refused; `asked` hears its statements. */
  function renewService(): void {
    const watched: ClickHouse = {
      ...world.clickhouse,
      query: (query) => {
        asked.push(query.sql);
        return world.clickhouse.query(query);
      },
    };
    service = new MetricsService({
      repository: new MetricsRepository(watched, () => new Date()),
      registry: world.registry,
      settings: world.settings,
      now: () => SLA_NOW,
    });
  }

  async function askAll(): Promise<unknown[]> {
    const answers: unknown[] = [];
    for (const [index, { from, to }] of RANGES.entries()) {
      const range = { from: new Date(from), to: new Date(to) };
      const more = index === 0 ? { granularity: "DAY" as const } : { groupBy: ["WORKFLOW"] as const };
      for (const scope of [admin, client]) {
        const outcome = await service.ask(scope, { metrics: METRICS, ...range, ...more }, { coverage: false });
        if (!outcome.isAnswered) throw new Error(JSON.stringify(outcome.refusal));
        answers.push(JSON.parse(JSON.stringify(outcome.answer.groups, roundFigure)));
      }
    }
    return answers;
  }

  const countInFull = () => asked.splice(0).filter((sql) => sql.includes("sla_interval")).length;

  it("give the figures that questions decide by themselves, and cost none of their look-ups", async () => {
    const before = await askAll();
    expect(JSON.stringify(before)).toContain('"metric":"sla_overdue"');
    expect(countInFull()).toBeGreaterThan(0);
    await keeper.run();
    renewService();
    expect(await askAll()).toEqual(before);
    expect(countInFull()).toBe(0);
  }, 120_000);

  it("are left to questions where they were not decided, as of rows that an importer wrote", async () => {
    const before = await askAll();
    const dice = new Dice(32);
    const more = Array.from({ length: 60 }, (_, number) => drawSlaRun(dice, "t1", `late-${number}`));
    await insertRows(world.clickhouse, "run", more.map(renderSlaRun));
    renewService();
    asked.length = 0;
    expect(await askAll()).not.toEqual(before);
    expect(countInFull()).toBeGreaterThan(0);
  }, 60_000);

  it("are the same whether decided as the row is written or later, in TypeScript or in SQL", async () => {
    const stamper = new PromiseStamper(world.postgres, () => SLA_NOW);
    await stamper.prepare(["t1", "t2", "nobody"]);
    const rows = await world.clickhouse.query<{
      run: string;
      book: string;
      policy: string;
      due: number;
      risk: number;
    }>({
      name: "test.stamps",
      sql: `SELECT run, toString(promise_book) AS book, toString(promise_policy) AS policy, toUnixTimestamp64Milli(promise_due) AS due,
        toUnixTimestamp64Milli(promise_risk) AS risk FROM run FINAL WHERE tenant = 't1'`,
    });
    const stored = new Map(rows.map((row) => [row.run, row]));
    const compared = runs.flatMap((run) => {
      const { place, startedMs, dueMs, pauses } = run;
      const stamp = stamper.stamp("t1", { place, startedAtMs: startedMs, dueAtMs: dueMs, pauses });
      const row = stored.get(run.id);
      if (stamp === undefined || row === undefined || row.book === "0") return [];
      expect({ run, book: row.book, policy: row.policy, due: row.due, risk: row.risk }).toEqual({
        ...{ run, book: stamp.book, policy: stamp.policy },
        ...{ due: stamp.dueMs, risk: stamp.riskMs },
      });
      return [run];
    });
    expect(compared.length).toBeGreaterThan(300);
    const place = { client: "c1", workflow: "order", channel: "", store: "", partner: "" };
    const run = { place, startedAtMs: undefined, dueAtMs: undefined, pauses: [] };
    expect(stamper.stamp("nobody", run)).toBeUndefined();
    expect(stamper.stamp("t2", run)).toBeUndefined();
  }, 60_000);

  it("follow a policy at once, and by stamps again once the rows were decided anew", async () => {
    const before = await askAll();
    await saveSlaPolicy(world.postgres, "t1", {
      terms: policyTerms("all", { limitSeconds: 1_800 }),
      expectedVersion: 1,
    });
    await publishRegistrySignal(world.postgres, "t1");
    renewService();
    asked.length = 0;
    const changed = await askAll();
    expect(changed).not.toEqual(before);
    expect(countInFull()).toBeGreaterThan(0);
    await keeper.run();
    renewService();
    expect(await askAll()).toEqual(changed);
    expect(countInFull()).toBe(0);
  }, 120_000);
});

/** Shares are summed up in the order in which rows are read. */
function roundFigure(_: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(9)) : value;
}

/** Orders by the hours of the night, over nights of clock changes; the rest on the wall clock. */
async function seedPolicies(postgres: Postgres): Promise<void> {
  const week = Array.from({ length: 7 }, () => [{ from: "22:00", to: "06:00" }]);
  const calendars = [{ id: "night", title: "Night", timeZone: "Europe/Berlin", week }];
  await seedRegistry(postgres, "t1", { calendars }, SLA_NOW);
  for (const terms of [
    policyTerms("all", { limitSeconds: 86_400 }),
    policyTerms("order", { workflow: "order", calendar: "night", limitSeconds: 7 * 3_600, pauseReasons: ["customer"] }),
  ])
    await saveSlaPolicy(postgres, "t1", { terms, expectedVersion: 0 });
}
