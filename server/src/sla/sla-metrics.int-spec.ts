import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveSlaPolicy, seedRegistry } from "@watchfloor/sql";
import { OpenWorkRepository } from "../live/open-work.repository.js";
import { Dice } from "../metrics/testing/dice.js";
import { MetricsRepository } from "../metrics/execution/metrics.repository.js";
import { insertRows, type TestRow } from "../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../metrics/testing/open-metrics-world.js";
import type { MetricSide } from "../metrics/why/list-side-terms.js";
import { MetricRowsService, type CountedRow } from "../metrics/why/metric-rows.service.js";
import { MetricWhyService } from "../metrics/why/metric-why.service.js";
import { RunsService } from "../runs/runs.service.js";
import { resolveReach } from "../scope/resolve-reach.js";
import { buildScope } from "../scope/scope.js";
import { storeWorkingIntervals } from "./clocks/store-working-intervals.js";
import { PromiseQuestionsService } from "./promise-questions.service.js";
import { approvedCorrection, policyTerms } from "./testing/build-sla-world.js";
import { decideByMinutes, type LocalMinute, type MinutePromise, type MinuteRun } from "./testing/decide-by-minutes.js";

const NOW = new Date("2026-03-31T12:00:00Z");
const FROM = new Date("2026-03-27T00:00:00Z");
const MINUTE = 60_000;
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });
const other = buildScope({ tenant: "t2", role: "administrator", subjectId: "p" });

/** The world in words: orders have 4 hours of the shop's day, prices 2 hours of any time; on Sunday nights nothing counts. */
const words = { isStoreClosed: false, orderLimit: 240 };
const clockOf = ({ minuteOfDay }: LocalMinute) => minuteOfDay;
const isMaintained = (local: LocalMinute) => local.weekday === 7 && clockOf(local) >= 180 && clockOf(local) < 300;
const isShut = (local: LocalMinute) =>
  local.weekday === 7 ||
  clockOf(local) < 480 ||
  clockOf(local) >= 1_200 ||
  (clockOf(local) >= 750 && clockOf(local) < 840);
const isRenovated = (run: MinuteRun, local: LocalMinute) =>
  words.isStoreClosed && run.client === "c1" && run.store === "s1" && local.date === "2026-03-30";

function findPromise(run: MinuteRun): MinutePromise | undefined {
  const close = (isShutThen: (local: LocalMinute) => boolean) => (local: LocalMinute) =>
    isShutThen(local) || isMaintained(local) || isRenovated(run, local);
  if (run.workflow === "order")
    return { policy: "orders", limitMinutes: words.orderLimit, target: 0.9, isClosed: close(isShut) };
  if (run.workflow === "price-sync")
    return { policy: "prices", limitMinutes: 120, target: 0.75, isClosed: close(() => false) };
  return undefined;
}

function drawRun(dice: Dice, id: string): MinuteRun {
  const startedMs = FROM.getTime() + dice.between(0, 4 * 1_440) * MINUTE;
  const finishedMs = dice.chance(0.3)
    ? undefined
    : startedMs + dice.pick([60, 120, 240, dice.between(0, 3_000)]) * MINUTE;
  const fromMs = startedMs + dice.between(0, 300) * MINUTE;
  const place = dice.pick([
    { client: "c1", store: "s1" },
    { client: "c1", store: "s2" },
    { client: "c2", store: "s1" },
  ]);
  return {
    ...{ id, ...place, startedMs, finishedMs },
    workflow: dice.pick(["order", "order", "price-sync", "return"]),
    dueMs: dice.chance(0.5) ? startedMs + dice.between(1, 600) * MINUTE : undefined,
    outcome: finishedMs === undefined ? "" : dice.pick(["succeeded", "succeeded", "succeeded", "failed", "cancelled"]),
    promise: finishedMs !== undefined && dice.chance(0.1) ? dice.pick(["kept", "broken"]) : "",
    pauses: dice.chance(0.3) ? [{ fromMs, toMs: fromMs + dice.between(1, 400) * MINUTE, reason: "customer" }] : [],
  };
}

const text = (ms: number) => new Date(ms).toISOString().replace("T", " ").slice(0, 23);
function renderRun(run: MinuteRun, tenant: string, version: number): TestRow {
  const { id, client, store, workflow, startedMs, dueMs, finishedMs, outcome, promise, pauses } = run;
  return {
    ...{
      tenant,
      run: id,
      client,
      store,
      workflow,
      outcome,
      promise,
      version,
      kind: "workflow",
      day: text(startedMs).slice(0, 10),
    },
    ...{ started_at: text(startedMs), due_at: text(dueMs ?? Date.parse("2200-01-01T00:00:00Z")) },
    finished_at: text(finishedMs ?? Date.parse("2200-01-01T00:00:00Z")),
    pauses: `[${pauses.map(({ fromMs, toMs, reason }) => `('${text(fromMs)}','${text(toMs)}','${reason}')`).join(",")}]`,
  };
}

describe("promises measured", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-sla-metrics-"));
  let world: MetricsWorld;
  let runs: MinuteRun[];

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const dice = new Dice(5);
    runs = Array.from({ length: 220 }, (_, number) => drawRun(dice, `r-${number}`));
    for (const tenant of ["t1", "t2"])
      await insertRows(
        world.clickhouse,
        "run",
        runs.map((run) => renderRun(run, tenant, 1)),
      );
    const day = [
      { from: "08:00", to: "12:30" },
      { from: "14:00", to: "20:00" },
    ];
    const week = [...Array.from({ length: 6 }, () => day), []];
    await seedRegistry(
      world.postgres,
      "t1",
      { calendars: [{ id: "shop", title: "Shop", timeZone: "Europe/Berlin", week }] },
      NOW,
    );
    const orders = policyTerms("orders", { workflow: "order", calendar: "shop", limitSeconds: 14_400 });
    await saveSlaPolicy(world.postgres, "t1", { terms: orders, expectedVersion: 0 });
    const prices = policyTerms("prices", { workflow: "price-sync", limitSeconds: 7_200, target: 0.75 });
    await saveSlaPolicy(world.postgres, "t1", { terms: prices, expectedVersion: 0 });
    await approvedCorrection(world.postgres, "t1", {
      ...{ id: "sundays", from: new Date("2026-01-04T02:00:00Z"), to: new Date("2026-01-04T04:00:00Z") },
      ...{ recurrence: "FREQ=WEEKLY;BYDAY=SU", timeZone: "Europe/Berlin" },
    });
    await restate();
  }, 120_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  /** What a change does in the product: its clocks are written, and every process forgets what it knew. */
  async function restate(): Promise<void> {
    await storeWorkingIntervals({ ...world, isKeeper: true }, NOW);
    await world.registry.onModuleInit();
    await seedRegistry(world.postgres, "t1", {}, NOW);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  const IDS = [
    ...["sla_attainment", "sla_met", "sla_breached", "sla_excluded", "sla_overdue", "sla_at_risk", "sla_minutes_over"],
    ...["error_budget_remaining", "burn_rate", "apdex"],
  ];

  function compute(part: readonly MinuteRun[], range: { from: number; to: number }): (number | null)[] {
    const asOf = Math.min(range.to, NOW.getTime());
    const all = part.map((run) => ({
      run,
      promise: findPromise(run),
      ...decideByMinutes(run, findPromise(run), asOf),
    }));
    const decided = all.filter(
      ({ decidedMs, state }) => decidedMs >= range.from && decidedMs < asOf && state !== "none",
    );
    const count = (...states: string[]) => decided.filter(({ state }) => states.includes(state)).length;
    const share = (a: number, b: number) => (b === 0 ? null : a / b);
    const bad = decided.filter(
      ({ state, promise }) => promise !== undefined && (state === "breached" || state === "overdue"),
    ).length;
    const allowed = decided.reduce(
      (sum, { state, promise }) => sum + (state === "excluded" || promise === undefined ? 0 : 1 - promise.target),
      0,
    );
    const valid = count("met", "breached", "overdue");
    const open = all.filter(({ run }) => run.startedMs < asOf && (run.finishedMs ?? Infinity) >= asOf);
    return [
      share(count("met"), valid),
      count("met"),
      count("breached"),
      count("excluded"),
      open.filter(({ dueMs }) => dueMs < asOf).length,
      open.filter(({ isAtRisk }) => isAtRisk).length,
      decided.reduce((sum, { minutesOver }) => sum + minutesOver, 0),
      allowed === 0 ? null : 1 - bad / allowed,
      share(bad, allowed),
      share(count("met") + decided.filter(({ isTolerating }) => isTolerating).length / 2, valid),
    ].map((value) => (value === null ? null : Math.round(value * 1e9) / 1e9));
  }

  async function ask(question: object, scope = admin) {
    const asked = { metrics: IDS, from: FROM, to: NOW, ...question };
    const outcome = await world.service.ask(scope, asked, { coverage: false });
    if (!outcome.isAnswered) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.answer.groups;
  }
  const round = (values: readonly { value: number | null }[] | undefined) =>
    values?.map(({ value }) => (value === null ? null : Math.round(value * 1e9) / 1e9));
  const range = { from: FROM.getTime(), to: NOW.getTime() };
  const expectTotals = async () => expect(round((await ask({}))[0]?.values)).toEqual(compute(runs, range));

  it("equals a count of every minute", expectTotals);

  it("equals it by policy, those without one apart", async () => {
    const groups = await ask({ groupBy: ["POLICY"] });
    expect(groups.map(({ key }) => [key[0]?.id, key[0]?.title])).toEqual([
      [null, null],
      ["orders", "Promise orders"],
      ["prices", "Promise prices"],
    ]);
    for (const { key, values } of groups) {
      const part = runs.filter((run) => (findPromise(run)?.policy ?? null) === key[0]?.id);
      expect([key[0]?.id, round(values)]).toEqual([key[0]?.id, compute(part, range)]);
    }
    expect(groups[0]?.values.map(({ nullReason }) => nullReason).slice(7, 9)).toEqual([
      "ZERO_DENOMINATOR",
      "ZERO_DENOMINATOR",
    ]);
  });

  it("equals it as of each day, so that the past stays still, and in the period before", async () => {
    for (const day of ["2026-03-28", "2026-03-29", "2026-03-30"]) {
      const to = new Date(Date.parse(day) + 86_400_000);
      const [group] = await ask({ from: new Date(day), to, compareTo: "PREVIOUS_PERIOD", timeZone: "UTC" });
      const before = { from: Date.parse(day) - 86_400_000, to: Date.parse(day) };
      expect(round(group?.values)).toEqual(compute(runs, { from: Date.parse(day), to: to.getTime() }));
      const previous = group?.values.map(({ previous: value }) => ({ value }));
      expect(round(previous)).toEqual(compute(runs, before));
    }
  });

  it("lists runs in the states that are counted, with their policy, and the wall shows as many", async () => {
    const service = new RunsService({ clickhouse: world.clickhouse, registry: world.registry, now: () => NOW });
    const list = async (state: "OVERDUE" | "AT_RISK") => {
      const answer = await service.list(admin, { filter: { states: [state], orderBy: "OLDEST_DUE" }, first: 200 });
      if ("refusal" in answer) throw new Error(answer.refusal.message);
      expect(answer.page.nodes.every((node) => node.state === state)).toBe(true);
      expect(await answer.page.count()).toBe(answer.page.nodes.length);
      return answer.page.nodes;
    };
    const open = runs.filter((run) => run.finishedMs === undefined && run.startedMs < NOW.getTime());
    const verdict = (run: MinuteRun) => decideByMinutes(run, findPromise(run), NOW.getTime());
    const overdue = await list("OVERDUE");
    expect(overdue.map(({ id }) => id).sort()).toEqual(
      open
        .filter((run) => verdict(run).dueMs < NOW.getTime())
        .map(({ id }) => id)
        .sort(),
    );
    expect((await list("AT_RISK")).map(({ id }) => id).sort()).toEqual(
      open
        .filter((run) => verdict(run).isAtRisk)
        .map(({ id }) => id)
        .sort(),
    );
    for (const node of overdue) {
      const run = runs.find(({ id }) => id === node.id);
      const due = run === undefined ? undefined : verdict(run).dueMs;
      expect(node.sla?.policy).toBe(run === undefined ? undefined : findPromise(run)?.policy);
      if (node.sla !== null) expect(node.sla.dueAt?.getTime()).toBe(due);
    }
    const reach = await resolveReach(world.registry, admin, undefined);
    const { stores } = await new OpenWorkRepository(world.clickhouse).load(reach, NOW);
    expect(stores.reduce((sum, store) => sum + store.overdue, 0)).toBe(overdue.length);
  });

  it("lists the rows behind every figure, which sum to it, page by page", async () => {
    const repository = new MetricsRepository(world.clickhouse, () => new Date());
    const rows = new MetricRowsService({ repository, registry: world.registry, now: () => NOW });
    const listAll = async (metric: string, side: MetricSide, scope = admin) => {
      const all: CountedRow[] = [];
      for (let after: string | null = ""; after !== null;) {
        const request = { metric, side, from: FROM, to: NOW, first: 120, after: after === "" ? null : after };
        const answer = await rows.list(scope, request);
        if ("refusal" in answer) throw new Error(answer.refusal.detail);
        all.push(...answer.page.nodes);
        after = answer.page.pageInfo.hasNextPage ? answer.page.pageInfo.endCursor : null;
      }
      expect(new Set(all.map(({ client, workflow, id }) => `${client}/${workflow}/${id}`)).size).toBe(all.length);
      return all;
    };
    const sum = (all: readonly CountedRow[]) => all.reduce((total, { contribution }) => total + contribution, 0);
    for (const value of (await ask({}))[0]?.values ?? []) {
      expect([value.metric, sum(await listAll(value.metric, "NUMERATOR"))]).toEqual([
        value.metric,
        expect.closeTo(value.numerator ?? NaN, 6),
      ]);
      if (value.denominator === null) continue;
      const behind = await listAll(value.metric, "DENOMINATOR");
      expect([value.metric, sum(behind)]).toEqual([value.metric, expect.closeTo(value.denominator, 6)]);
    }
    const kept = (await listAll("sla_met", "NUMERATOR")).map(({ id }) => id).sort();
    const decided = runs.map((run) => ({ run, ...decideByMinutes(run, findPromise(run), NOW.getTime()) }));
    const isIn = ({ decidedMs }: { decidedMs: number }) => decidedMs >= range.from && decidedMs < range.to;
    const met = decided.filter((each) => each.state === "met" && isIn(each)).map(({ run }) => run.id);
    expect(kept).toEqual(met.sort());
    expect(await listAll("burn_rate", "NUMERATOR", other)).toEqual([]);
  });

  it("says what moved a budget: what the policies explain sums to the change", async () => {
    const service = new MetricWhyService({ metrics: world.service, now: () => NOW });
    const to = new Date("2026-03-30T00:00:00Z");
    const asked = { from: new Date("2026-03-29T00:00:00Z"), to, timeZone: "UTC" };
    for (const metric of ["error_budget_remaining", "sla_overdue"]) {
      const outcome = await service.explain(admin, { ...asked, metric });
      if (!outcome.isAnswered) throw new Error(outcome.refusal.detail);
      const { value, previous, drivers } = outcome.why;
      const change = (value?.value ?? NaN) - (previous?.value ?? NaN);
      expect(change).not.toBe(0);
      const ofPolicies = drivers.find(({ dimension }) => dimension === "POLICY");
      const explained = ofPolicies?.drivers.reduce((total, { contribution }) => total + contribution, 0) ?? NaN;
      expect([metric, explained + (ofPolicies?.others ?? 0)]).toEqual([metric, expect.closeTo(change, 9)]);
    }
  });

  it("answers what attainment would be with other limits; with the limit of the policy it is what it is", async () => {
    const { clickhouse, registry, service: metrics } = world;
    const questions = new PromiseQuestionsService({ clickhouse, registry, metrics, now: () => NOW });
    const filter = { workflows: ["order"] };
    const limits = [3_600, 14_400, 86_400];
    const answer = await questions.askWhatIf(admin, { from: FROM, to: NOW, filter, limits });
    const orders = runs.filter((run) => run.workflow === "order");
    const expected = limits.map((limitSeconds) => {
      words.orderLimit = limitSeconds / 60;
      const [attainment] = compute(orders, range);
      words.orderLimit = 240;
      return { limitSeconds, attainment };
    });
    expect(answer).toEqual(
      expected.map(
        (each) =>
          expect.objectContaining({
            limitSeconds: each.limitSeconds,
            attainment: expect.closeTo(each.attainment ?? 0, 8) as number,
          }) as object,
      ),
    );
    const [group] = await ask({ metrics: ["sla_attainment"], filter });
    expect(group?.values[0]?.value).toBeCloseTo(expected[1]?.attainment ?? -1, 8);
    expect(await questions.askWhatIf(other, { from: new Date(0), to: FROM, limits: [60] })).toEqual([
      { limitSeconds: 60, met: 0, valid: 0, attainment: null, nullReason: "NO_ROWS" },
    ]);
    expect(await questions.askWhatIf(admin, { from: FROM, to: NOW, limits: [0] })).toMatch("no limit");
  });

  it("restates history after a correction, a late event and a back-dated policy", async () => {
    const before = compute(runs, range);
    await approvedCorrection(world.postgres, "t1", {
      ...{ id: "renovation", client: "c1", store: "s1" },
      ...{ from: new Date("2026-03-29T22:00:00Z"), to: new Date("2026-03-30T22:00:00Z") },
    });
    await restate();
    words.isStoreClosed = true;
    expect(compute(runs, range)).not.toEqual(before);
    await expectTotals();
    runs = runs.map((run, index) =>
      index % 7 === 0
        ? { ...run, pauses: [{ fromMs: run.startedMs, toMs: run.startedMs + 90 * MINUTE, reason: "late" }] }
        : run,
    );
    await insertRows(
      world.clickhouse,
      "run",
      runs.map((run) => renderRun(run, "t1", 2)),
    );
    await expectTotals();
    const terms = policyTerms("orders", { workflow: "order", calendar: "shop", limitSeconds: 7_200 });
    await saveSlaPolicy(world.postgres, "t1", { terms, expectedVersion: 1 });
    await restate();
    words.orderLimit = 120;
    await expectTotals();
  });

  it("leaves another tenant with its deadlines", async () => {
    const [group] = await ask({ metrics: ["sla_met", "error_budget_remaining"] }, other);
    const met = runs.filter((run) => {
      const { decidedMs, state } = decideByMinutes(run, undefined, NOW.getTime());
      return state === "met" && decidedMs >= range.from && decidedMs < range.to;
    });
    expect(group?.values.map(({ value, nullReason }) => [value, nullReason])).toEqual([
      [met.length, null],
      [null, "ZERO_DENOMINATOR"],
    ]);
  });

  it("says nothing of runs whose clock is not stored yet", async () => {
    const [known] = await ask({ metrics: ["sla_attainment"], filter: { workflows: ["order"] } });
    expect(known?.values[0]?.denominator).toBeGreaterThan(0);
    await world.clickhouse.command("TRUNCATE TABLE working_interval");
    const [group] = await ask({ metrics: ["sla_attainment"], filter: { workflows: ["order"] } });
    const verdicts = runs.filter(
      ({ workflow, promise, finishedMs }) =>
        workflow === "order" && promise !== "" && (finishedMs ?? Infinity) < NOW.getTime(),
    );
    expect(group?.values[0]?.denominator).toBe(verdicts.length);
  });
});
