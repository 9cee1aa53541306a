import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seedRegistry, type ClickHouse } from "@watchfloor/sql";
import type { MetricsService } from "../metrics/execution/metrics.service.js";
import type { MetricQuestion } from "../metrics/query/metric-query.js";
import { buildRawWorld } from "../metrics/testing/build-raw-world.js";
import { Dice } from "../metrics/testing/dice.js";
import { insertRows, type TestRow } from "../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../metrics/testing/open-metrics-world.js";
import { buildScope, type Scope } from "../scope/scope.js";
import { ANY_PLACE } from "../sla/policies/place.js";
import { RollupRulesRepository } from "./rules/rollup-rules.repository.js";
import { listRolledMetrics } from "./list-rolled-metrics.js";
import { buildMetricPair, type MetricPair } from "./testing/build-metric-pair.js";

const NOW = new Date("2026-04-02T09:30:00.500Z");
const HOUR = 3_600_000;
const FROM = Date.parse("2026-03-23T00:00:00Z");
const COUNTED = listRolledMetrics().filter((id) => !/_p\d\d$/.test(id));
const person = (tenant: string, limits: object = {}): Scope =>
  buildScope({ tenant, role: "administrator", subjectId: "a", ...limits });
const approver = buildScope({ tenant: "t1", role: "administrator", subjectId: "b" });
const SCOPES: readonly Scope[] = [
  person("t1"),
  person("t1"),
  person("t1", { stores: ["c1/s1"] }),
  person("t1", { clients: ["c2"] }),
  person("t2"),
];
const SHOP = [
  { from: "08:00", to: "12:30" },
  { from: "14:00", to: "20:00" },
];
const draft = {
  ...ANY_PLACE,
  ...{ title: "P", target: 0.9, windowDays: 30, calendar: "", pauseReasons: null, tier: "", effectiveUntil: null },
  ...{ limitSeconds: 3 * 3_600, effectiveFrom: new Date(0) },
};

describe("rollups of a tenant with policies", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-rollup-policies-"));
  let world: MetricsWorld;
  let pair: MetricPair;

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const { clickhouse, postgres } = world;
    const dice = new Dice(11);
    const pauseOf = (at: Date) => {
      const from = new Date(at.getTime() + Math.floor(dice.next() * 9 * HOUR));
      return [from, new Date(from.getTime() + Math.floor(dice.next() * 9 * HOUR))];
    };
    const rows = buildRawWorld({ from: FROM, asOf: NOW.getTime() })
      .rows.run.filter(isNoEdge)
      .map((row) => {
        const started = row["started_at"];
        if (!(started instanceof Date) || !dice.chance(0.3)) return { ...row, pauses: "[]" };
        const [from, to] = pauseOf(started).map((at) => at.toISOString().replace("T", " ").slice(0, 23));
        return { ...row, pauses: `[('${from}','${to}','customer')]` };
      });
    await insertRows(clickhouse, "run", rows);
    const week = [...Array.from({ length: 6 }, () => SHOP), []];
    const calendars = [{ id: "shop", title: "Shop", timeZone: "Europe/Berlin", week }];
    await seedRegistry(postgres, "t1", { calendars }, NOW);
    pair = buildMetricPair({ clickhouse, postgres, now: () => NOW });
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

  /**
   * Returns how many of the questions to the tenant with policies were answered from promises that were counted before; ends early once there
   * was one.
   */
  async function compare(seed: number, turns = 6): Promise<number> {
    const dice = new Dice(seed);
    let fromCells = 0;
    for (let turn = 0; turn < turns && !(turn >= 3 && fromCells > 0); turn += 1) {
      const from = FROM + Math.floor(dice.next() * 120) * HOUR + dice.pick([0, 0, 17 * 60_000]);
      const scope = dice.pick(SCOPES);
      const question: MetricQuestion = {
        metrics: dice.pick([COUNTED, ["sla_attainment", "sla_breached"], ["on_time_rate"], ["fanout_completeness"]]),
        from: new Date(from),
        to: new Date(from + Math.floor(30 + dice.next() * 200) * HOUR),
        groupBy: dice.pick([[], ["CLIENT"], ["REGION", "WORKFLOW"]]),
        granularity: dice.pick([null, "HOUR", "DAY"] as const),
        timeZone: dice.pick(["UTC", "Europe/Berlin"]),
        limit: 1_000,
      };
      const expected = await ask(pair.rows, scope, question);
      const answer = await ask(pair.rolled, scope, question);
      expect({ question, groups: answer.groups }).toEqual({ question, groups: expected.groups });
      const isCounted = /(decided_at|deadline_at)\S*\.rolled /.test(answer.sql ?? "");
      if (scope.tenant === "t1" && isCounted) fromCells += 1;
    }
    return fromCells;
  }

  async function save(id: string, given: object, expectedVersion = 0): Promise<void> {
    const saved = await pair.sla.savePolicy(person("t1"), { ...draft, id, ...given }, expectedVersion);
    if ("code" in saved) throw new Error(saved.message);
  }

  it("are those of deadlines until there are policies", async () => {
    await pair.buildPass().run(NOW);
    expect(await compare(1)).toBeGreaterThan(0);
  }, 120_000);

  it("are read from the rows from the moment of the first policy until they are counted by it", async () => {
    await save("all", {});
    expect(await compare(2, 3)).toBe(0);
    expect((await pair.buildPass().run(NOW)).restatedHours).toBeGreaterThan(200);
    expect(await compare(2)).toBeGreaterThan(0);
    expect((await pair.buildPass().run(NOW)).restatedHours).toBe(0);
  }, 120_000);

  it("are counted by calendars, and anew only as far back as something changes", async () => {
    await save("shop", { workflow: "order", calendar: "shop", effectiveFrom: new Date("2026-03-30T00:00:00Z") });
    expect(await compare(3, 3)).toBe(0);
    const { restatedHours } = await pair.buildPass().run(NOW);
    expect(restatedHours).toBeGreaterThan(70);
    expect(restatedHours).toBeLessThan(200);
    expect(await compare(3)).toBeGreaterThan(0);
  }, 120_000);

  it("follow a correction and its end", async () => {
    const asked = await pair.sla.requestCorrection(person("t1"), {
      ...{ ...ANY_PLACE, client: "c1", store: "s1", calendar: "", recurrence: "FREQ=DAILY", timeZone: "Europe/Berlin" },
      ...{ from: new Date("2026-03-25T09:00:00Z"), to: new Date("2026-03-25T12:00:00Z"), reason: "works" },
    });
    if ("code" in asked) throw new Error(asked.message);
    for (const verdict of ["approve", "revoke"] as const) {
      await pair.sla.decideCorrection(approver, asked.id, verdict);
      expect(await compare(4, 3)).toBe(0);
      await pair.buildPass().run(NOW);
      expect(await compare(4)).toBeGreaterThan(0);
    }
  }, 120_000);

  it("are read from the rows while a worker that died has counted half of them, and the next one goes on", async () => {
    await save("all", { limitSeconds: 3_600 }, 1);
    await expect(pair.buildPass(breakAfter(world.clickhouse, 3)).run(NOW)).rejects.toThrow("died");
    expect(await compare(5, 3)).toBe(0);
    // Back to the limit of before: what was counted meanwhile must not pass for it.
    await save("all", {}, 2);
    expect(await compare(5, 3)).toBe(0);
    await pair.buildPass().run(NOW);
    expect(await compare(5)).toBeGreaterThan(0);
  }, 120_000);

  it("are not overwritten by a worker that knows older policies only", async () => {
    const stale = pair.buildPass(slowly(world.clickhouse, () => save("late", { limitSeconds: 60, partner: "p1" })));
    await stale.run(new Date(NOW.getTime() + 3 * HOUR));
    expect(await compare(6, 3)).toBe(0);
    await pair.buildPass().run(NOW);
    expect(await compare(6)).toBeGreaterThan(0);
  }, 120_000);

  it("are those of deadlines again when all policies are retired", async () => {
    for (const [id, expectedVersion] of [
      ["all", 3],
      ["shop", 1],
      ["late", 1],
    ] as const)
      await pair.sla.retirePolicy(person("t1"), { id, at: new Date(0), expectedVersion });
    expect(await compare(7, 3)).toBe(0);
    await pair.buildPass().run(NOW);
    expect(await compare(7)).toBeGreaterThan(0);
    expect(await new RollupRulesRepository(world.postgres).find("t1")).toMatchObject({ fingerprint: "", parts: {} });
    expect(await new RollupRulesRepository(world.postgres).find("t2")).toMatchObject({ generation: 0 });
  }, 120_000);
});

describe("the first rolling up of a tenant that has policies already", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-rollup-first-"));
  let world: MetricsWorld;
  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const rows = buildRawWorld({ from: FROM, asOf: NOW.getTime() }).rows.run.filter(isNoEdge);
    await insertRows(world.clickhouse, "run", rows.slice(0, 2_000));
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("counts each hour once", async () => {
    const pair = buildMetricPair({ ...world, now: () => NOW });
    const saved = await pair.sla.savePolicy(person("t1"), { ...draft, id: "all" }, 0);
    if ("code" in saved) throw new Error(saved.message);
    const { newHours, restatedHours } = await pair.buildPass().run(NOW);
    expect(newHours).toBeGreaterThan(200);
    expect(restatedHours).toBe(0);
    const stored = await new RollupRulesRepository(world.postgres).find("t1");
    expect(stored.restatedFrom ?? null).toBeNull();
    const question = { metrics: ["sla_attainment"], from: new Date(FROM), to: NOW };
    const [expected, answer] = await Promise.all(
      [pair.rows, pair.rolled].map((service) => service.ask(person("t1"), question, { coverage: false })),
    );
    if (!expected?.isAnswered || !answer?.isAnswered) throw new Error("no answer");
    expect(answer.answer.sql).toMatch(/decided_at\S*\.rolled /);
    expect(answer.answer.groups).toEqual(expected.answer.groups);
  }, 60_000);
});

/** Runs from one end of the world to the other would have everything counted anew whatever changes. */
function isNoEdge({ started_at: started }: TestRow): boolean {
  return !(started instanceof Date) || Math.abs(started.getTime() - FROM) > 1;
}

/** The engine as a worker sees it that dies after some statements. */
function breakAfter(clickhouse: ClickHouse, statements: number): ClickHouse {
  let left = statements;
  return {
    ...clickhouse,
    command: (sql) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error("the worker died")) : clickhouse.command(sql);
    },
  };
}

/** The engine as a worker sees it while something happens between its first two statements. */
function slowly(clickhouse: ClickHouse, happen: () => Promise<void>): ClickHouse {
  let isOver = false;
  return {
    ...clickhouse,
    async command(sql) {
      await clickhouse.command(sql);
      if (isOver) return;
      isOver = true;
      await happen();
    },
  };
}
