import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resolveReach } from "../scope/resolve-reach.js";
import { buildScope, type ScopeLimits } from "../scope/scope.js";
import type { MetricAnswer } from "./execution/metric-answer.js";
import { PlanRunner } from "./execution/plan-runner.js";
import { MetricsRepository } from "./execution/metrics.repository.js";
import { runQuestion } from "./execution/run-question.js";
import type { MetricDefinition } from "./metric-definition.js";
import type { MetricQuestion } from "./query/metric-query.js";
import { buildWilsonInterval } from "./ranking/build-wilson-interval.js";
import { chooseFacts, type FactPlace, type RunFact } from "./testing/catalogue/catalogue-facts.js";
import { computeMeasures } from "./testing/catalogue/compute-measures.js";
import { drawCatalogueFacts } from "./testing/catalogue/draw-catalogue-facts.js";
import { renderCatalogueRows } from "./testing/catalogue/render-catalogue-rows.js";
import { insertRows } from "./testing/insert-rows.js";
import { openMetricsWorld, STORES, type MetricsWorld } from "./testing/open-metrics-world.js";

const NOW = new Date("2026-04-02T09:30:00.500Z");
const FROM = new Date("2026-03-28T10:00:00Z");
const TO = new Date("2026-04-03T00:00:00Z");
const DAYS = (+NOW - +FROM) / 86_400_000;
const facts = drawCatalogueFacts([+FROM, +NOW]);
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });

const isIn = (ms: number | undefined) => ms !== undefined && ms >= +FROM && ms < +NOW;
const ofTenant = (place: FactPlace) => place.tenant === "t1";
const near = (value: number) => expect.closeTo(value, 6) as number;

/** On time by its words: due in the range, succeeded by the deadline; cancelled by the deadline are out. */
function computeOnTime(runs: readonly RunFact[]) {
  const due = runs.filter(
    ({ due: at, outcome, finished = Infinity }) =>
      isIn(at) && !(outcome === "cancelled" && finished < +NOW && finished <= (at ?? 0)),
  );
  const kept = due.filter(
    ({ due: at, outcome, finished = Infinity }) => outcome === "succeeded" && finished <= (at ?? 0),
  );
  return { kept: kept.length, due: due.length, rate: kept.length / due.length };
}

describe("metrics that are derived from others", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-derived-"));
  let world: MetricsWorld;

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const rows = renderCatalogueRows(facts);
    for (const table of ["run", "exception", "measure"] as const)
      await insertRows(world.clickhouse, table, rows[table]);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function ask(
    question: Omit<Partial<MetricQuestion>, "metrics"> & { metrics: string[] },
    limits: Partial<ScopeLimits> & { tenant?: string } = {},
  ): Promise<MetricAnswer> {
    const scope = buildScope({ tenant: "t1", role: "administrator", subjectId: "p", ...limits });
    const outcome = await world.service.ask(scope, { from: FROM, to: TO, ...question }, { coverage: false });
    if (!outcome.isAnswered) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.answer;
  }
  const refusal = async (question: Partial<MetricQuestion> & { metrics: string[] }) => {
    const outcome = await world.service.ask(admin, { from: FROM, to: TO, ...question }, { coverage: false });
    return outcome.isAnswered ? undefined : [outcome.refusal.reason, outcome.refusal.field];
  };
  const byStore = STORES.map(({ client, id }) => {
    const own = facts.runs.filter((run) => ofTenant(run) && run.client === client && run.store === id);
    return { client, id, ...computeOnTime(own) };
  });

  const enough = byStore.filter(({ due }) => due >= 30);

  it("has a store with too few rows to be compared", () => {
    expect(enough).toHaveLength(3);
  });

  it("store_dispersion is deviation over mean of the stores, with the worst tenth and the median", async () => {
    const [value] = (await ask({ metrics: ["store_dispersion"] })).groups[0]?.values ?? [];
    const rates = enough.map(({ rate }) => rate);
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    const deviation = Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (rates.length - 1));
    expect(value).toMatchObject({ value: near(deviation / mean), numerator: near(deviation), denominator: near(mean) });
    expect(value?.parts?.find(({ id }) => id === "stores")?.value).toBe(enough.length);
    const [, median = 0] = [...rates].sort((a, b) => a - b);
    expect(value?.parts?.find(({ id }) => id === "median")?.value).toEqual(near(median));
    const [all] = (await ask({ metrics: ["store_dispersion"], minimumSample: 1 })).groups;
    expect(all?.values[0]?.parts?.find(({ id }) => id === "stores")?.value).toBe(4);
  });

  it("store_dispersion looks at the metric the question names, and says when there are too few stores", async () => {
    const by = async (lookedAt: string, limits: Partial<ScopeLimits> = {}) =>
      (await ask({ metrics: ["store_dispersion"], lookedAt }, limits)).groups[0]?.values[0];
    expect((await by("success_rate"))?.denominator).not.toEqual(near((await by("on_time_rate"))?.denominator ?? 0));
    expect(await by("on_time_rate", { stores: ["c1/s1"] })).toMatchObject({
      value: null,
      nullReason: "INSUFFICIENT_SAMPLE",
    });
    expect(await by("on_time_rate", { stores: [] })).toMatchObject({ value: null, nullReason: "NO_ROWS" });
  });

  it("store_rank ranks by the lower bound, among the stores somebody may see, never one below the sample", async () => {
    const { groups } = await ask({ metrics: ["store_rank", "on_time_rate"], groupBy: ["STORE"] });
    const expected = enough
      .map((store) => ({ ...store, bound: buildWilsonInterval(store.kept, store.due)?.low ?? 0 }))
      .sort((a, b) => b.bound - a.bound);
    for (const [place, store] of expected.entries()) {
      const group = groups.find(({ key }) => key[0]?.id === store.id && key[1]?.id === store.client);
      const [rank] = group?.values ?? [];
      expect([store.client, store.id, rank?.value]).toEqual([store.client, store.id, place + 1]);
      expect(rank).toMatchObject({ numerator: store.kept, denominator: store.due, intervalLow: near(store.bound) });
      expect(group?.values[1]).toMatchObject({ value: near(store.rate), intervalLow: near(store.bound) });
    }
    const few = byStore.find(({ due }) => due < 30);
    const [unranked] = groups.find(({ key }) => key[0]?.id === few?.id && key[1]?.id === few?.client)?.values ?? [];
    expect(unranked).toMatchObject({ value: null, nullReason: "INSUFFICIENT_SAMPLE", denominator: few?.due });
    // Runs without a store are in no store.
    expect(groups.find(({ key }) => key[0]?.id === null)?.values[0]?.value).toBeNull();
    const [own] = (await ask({ metrics: ["store_rank"], groupBy: ["STORE"] }, { stores: ["c2/s1"] })).groups;
    expect(own?.values[0]?.value).toBe(1);
    const days = await ask({ metrics: ["store_rank"], groupBy: ["STORE"], granularity: "DAY" });
    const points = days.groups.flatMap(({ values }) => values[0]?.series ?? []);
    expect(points.some((point) => point.nullReason === "INSUFFICIENT_SAMPLE" && point.value === null)).toBe(true);
  });

  it("throughput is runs a minute of the time that has passed", async () => {
    const ended = facts.runs.filter((run) => ofTenant(run) && isIn(run.finished)).length;
    const [value] = (await ask({ metrics: ["throughput"] })).groups[0]?.values ?? [];
    expect(value).toMatchObject({ value: near(ended / DAYS / 1440), numerator: ended, denominator: near(DAYS * 1440) });
  });

  it("health_score is the weighted mean of its parts, and null for who is not measured", async () => {
    const answer = await ask({
      metrics: [
        "health_score",
        "sla_attainment",
        "exceptions_per_1000",
        "coverage",
        "money_at_risk",
        "money_in_progress",
      ],
    });
    const values = answer.groups.flatMap((group) => group.values);
    const find = (id: string) => values.find(({ metric }) => metric === id);
    const health = find("health_score");
    const risks = ["EUR", "USD"].map((currency) => {
      const [risk, whole] = ["money_at_risk", "money_in_progress"].map(
        (id) => values.find((value) => value.metric === id && value.currency === currency)?.value ?? 0,
      );
      return (risk ?? 0) / (whole ?? 1);
    });
    const parts = [
      find("sla_attainment")?.value ?? 0,
      1 - Math.min(1, (find("exceptions_per_1000")?.value ?? 0) / 100),
      null,
      1 - Math.max(...risks),
    ];
    expect(health?.parts?.map((part) => part.value)).toEqual(parts.map((part) => (part === null ? null : near(part))));
    expect(health?.parts?.map(({ weight }) => weight)).toEqual([0.4, 0.2, 0.2, 0.2]);
    const score = (0.4 * (parts[0] ?? 0) + 0.2 * (parts[1] ?? 0) + 0.2 * (parts[3] ?? 0)) / 0.8;
    expect(health?.value).toEqual(near(100 * score));
    const [dark] = (await ask({ metrics: ["health_score"] }, { stores: [] })).groups;
    expect(dark?.values[0]).toMatchObject({ value: null, nullReason: "NO_ROWS" });
  });

  it("manual_minutes are measured, or touched runs x what was agreed, which must be stated", async () => {
    const measured = computeMeasures(chooseFacts(facts, ofTenant), {
      from: +FROM,
      to: +NOW,
      asOf: +NOW,
      questionFrom: +FROM,
    });
    const value = async (question: Omit<Partial<MetricQuestion>, "metrics"> = {}) =>
      (await ask({ metrics: ["manual_minutes"], ...question })).groups[0]?.values[0];
    expect((await value())?.value).toEqual(near(measured["handling_minutes"]?.() ?? 0));
    const own = chooseFacts(facts, (place) => ofTenant(place) && place.client === "c2");
    const hours = Array.from({ length: 60 }, (_, hour) => +FROM + hour * 3_600_000);
    const countTouched = (from: number) =>
      own.runs.filter(({ finished = 0, isTouched }) => isTouched && finished >= from && finished < from + 3_600_000)
        .length;
    const isReported = (from: number) =>
      own.measures.some(
        ({ time, measure, expected }) =>
          measure === "handling.minutes" && expected === undefined && time >= from && time < from + 3_600_000,
      );
    const from = hours.find((hour) => countTouched(hour) > 0 && !isReported(hour)) ?? 0;
    const quiet = { from: new Date(from), to: new Date(from + 3_600_000), filter: { clients: ["c2"] } };
    expect(await value(quiet)).toMatchObject({ value: null, nullReason: "NOT_STATED" });
    const agreed = { name: "minutes_per_touched_run", client: "c2", effectiveAt: new Date(0) };
    await world.settings.state(admin, { ...agreed, low: 4, high: 6, currency: "", note: "" });
    const runs = countTouched(from);
    expect(await value(quiet)).toMatchObject({
      ...{ value: near(runs * 5), intervalLow: near(runs * 4), intervalHigh: near(runs * 6), nullReason: null },
    });
    await world.settings.retract(admin, agreed);
    expect(await value(quiet)).toMatchObject({ value: null, nullReason: "NOT_STATED" });
  });

  it("value_delivered is null until stated, then a range with its parts, by what was in force then", async () => {
    const value = async (question: Omit<Partial<MetricQuestion>, "metrics"> = {}) =>
      (await ask({ metrics: ["value_delivered"], filter: { clients: ["c1"] }, ...question })).groups[0]?.values[0];
    expect(await value()).toMatchObject({ value: null, nullReason: "NOT_STATED" });
    const state = (name: string, low: number, high: number, currency = "", effectiveAt = new Date(0)) =>
      world.settings.state(admin, { name, client: "", low, high, currency, note: "agreed", effectiveAt });
    await state("value_service_cost", 10, 10, "EUR");
    expect(await value()).toMatchObject({ value: null, nullReason: "NOT_STATED" });
    await state("value_hourly_rate", 30, 40, "EUR");
    await state("value_baseline_minutes", 12, 15);
    const own = chooseFacts(facts, (place) => ofTenant(place) && place.client === "c1");
    const hours =
      (computeMeasures(own, { from: +FROM, to: +NOW, asOf: +NOW, questionFrom: +FROM })["handling_minutes"]?.() ?? 0) /
      60;
    const runs = own.runs.filter(({ finished }) => isIn(finished)).length;
    const corners = [12, 15].flatMap((minutes) =>
      [30, 40].map((rate) => ((minutes * runs) / 60 - hours) * rate - 10 * DAYS),
    );
    const [low, high] = [Math.min(...corners), Math.max(...corners)];
    const stated = await value();
    expect(stated).toMatchObject({
      intervalLow: near(low),
      intervalHigh: near(high),
      value: near((low + high) / 2),
      currency: "EUR",
    });
    expect(stated?.parts?.map((part) => [part.id, part.value === null])).toEqual([
      ["minutes", false],
      ["leakage", true],
      ["stockout", true],
      ["cost", false],
    ]);
    // What is stated for later leaves an earlier range as it was.
    await state("value_service_cost", 999, 999, "EUR", new Date(+NOW + 1));
    expect((await value())?.value).toEqual(near((low + high) / 2));
    // Money of another currency is not mixed in.
    await state("value_hourly_rate", 30, 40, "USD", new Date(1));
    expect(await value()).toMatchObject({ value: null, nullReason: "NOT_STATED" });
  });

  it("ranks groups of a rate by its bound, and lists those below the sample apart", async () => {
    const rankBy = { metric: "on_time_rate" };
    const { groups } = await ask({
      metrics: ["on_time_rate"],
      groupBy: ["WORKFLOW", "STORE"],
      rankBy,
      minimumSample: 6,
    });
    const ranked = groups.filter(({ rank }) => rank !== null);
    const bounds = ranked.map(({ values }) => values[0]?.intervalLow ?? 0);
    expect(bounds).toEqual([...bounds].sort((a, b) => b - a));
    for (const { values, rank, isBelowSample } of groups) {
      expect(isBelowSample).toBe((values[0]?.denominator ?? 0) < 6);
      expect(rank === null).toBe((values[0]?.denominator ?? 0) < 6);
    }
    expect([ranked.length > 5, ranked.length < groups.length]).toEqual([true, true]);
    expect(groups.map(({ rank }) => rank === null)).toEqual(groups.map(({ rank }) => rank === null).sort());
    expect(
      await refusal({ metrics: ["runs_started"], groupBy: ["STORE"], rankBy: { metric: "runs_started" } }),
    ).toEqual(["rank_not_offered", "query.rankBy.metric"]);
    expect(await refusal({ metrics: ["runs_open"], rankBy: { metric: "on_time_rate" } })).toEqual([
      "order_not_asked",
      "query.rankBy.metric",
    ]);
    expect(await refusal({ metrics: ["store_rank"] })).toEqual(["dimension_missing", "query.groupBy"]);
    expect(await refusal({ metrics: ["store_dispersion"], lookedAt: "runs_started" })).toEqual([
      "rank_not_offered",
      "query.lookedAt",
    ]);
    expect(await refusal({ metrics: ["store_dispersion"], lookedAt: "nothing" })).toEqual([
      "unknown_metric",
      "query.lookedAt",
    ]);
    expect(await refusal({ metrics: ["success_rate"], calendar: "RETAIL" })).toEqual([
      "no_retail_calendar",
      "query.calendar",
    ]);
    expect(await refusal({ metrics: ["store_rank"], groupBy: ["STORE"], filter: { measures: ["price"] } })).toEqual([
      "filter_not_offered",
      "query.filter.measures",
    ]);
  });

  it("puts together what the limit leaves out: with the shown groups it is the whole; what cannot be added says so", async () => {
    const metrics = ["runs_started", "on_time_rate", "duration_p95", "store_dispersion"];
    const question = {
      metrics,
      groupBy: ["WORKFLOW" as const],
      orderBy: { metric: "runs_started", direction: "DESCENDING" as const },
    };
    const { groups, others, groupCount } = await ask({ ...question, limit: 2, withOthers: true, granularity: "DAY" });
    const [whole] = (await ask({ metrics })).groups;
    const [rest] = others;
    expect([groups.length, groupCount, others.length]).toEqual([2, 8, 1]);
    const sum = (
      read: (value: { numerator: number | null; denominator: number | null }) => number | null,
      place: number,
    ) =>
      [...groups, ...others].reduce(
        (all, group) => all + (read(group.values[place] ?? { numerator: 0, denominator: 0 }) ?? 0),
        0,
      );
    expect(sum(({ numerator }) => numerator, 0)).toBe(whole?.values[0]?.value);
    expect([sum(({ numerator }) => numerator, 1), sum(({ denominator }) => denominator, 1)]).toEqual([
      whole?.values[1]?.numerator,
      whole?.values[1]?.denominator,
    ]);
    expect(rest?.values.slice(2).map(({ value, nullReason }) => [value, nullReason])).toEqual([
      [null, "NOT_ADDITIVE"],
      [null, "NOT_ADDITIVE"],
    ]);
    expect(rest?.values[0]?.series?.reduce((all, point) => all + (point.value ?? 0), 0)).toBe(rest?.values[0]?.value);
    const money = await ask({ metrics: ["money_at_risk"], groupBy: ["STORE"], limit: 1, withOthers: true });
    expect(money.others.map(({ key }) => key.map((part) => part.id))).toEqual([["EUR"], ["USD"]]);
  });

  it("compares by the retail calendar of the client, else of the tenant", async () => {
    const set = (client: string, firstWeekday: number) =>
      world.settings.setCalendar(admin, {
        client,
        firstMonth: 2,
        firstWeekday,
        pattern: "4-5-4",
        yearStart: "NEAREST",
      });
    await set("", 7);
    await set("c2", 1);
    const week = async (filter: MetricQuestion["filter"]) =>
      (
        await ask({
          metrics: ["runs_started"],
          calendar: "RETAIL",
          granularity: "WEEK",
          timeZone: "UTC",
          filter: filter ?? {},
        })
      ).groups[0]?.values[0]?.series?.map(({ at }) => at.toISOString().slice(0, 10));
    expect(await week({})).toEqual(["2026-03-22", "2026-03-29"]);
    expect(await week({ clients: ["c2"] })).toEqual(["2026-03-23", "2026-03-30"]);
    const monday = new Date("2026-03-30T00:00:00Z");
    const tuesday = new Date("2026-03-31T00:00:00Z");
    const started = (from: Date, to: Date) =>
      facts.runs.filter((run) => ofTenant(run) && (run.started ?? 0) >= +from && (run.started ?? 0) < +to).length;
    const [value] =
      (
        await ask({
          metrics: ["runs_started"],
          from: monday,
          to: tuesday,
          timeZone: "UTC",
          calendar: "RETAIL",
          compareTo: "PREVIOUS_PERIOD",
        })
      ).groups[0]?.values ?? [];
    expect([value?.value, value?.previous]).toEqual([
      started(monday, tuesday),
      started(new Date("2026-03-29T00:00:00Z"), monday),
    ]);
    await world.settings.removeCalendar(admin, "c2");
    expect(await week({ clients: ["c2"] })).toEqual(["2026-03-22", "2026-03-29"]);
  });

  it("takes a metric that is only declared: one entry is all it needs", async () => {
    const declared: MetricDefinition = {
      ...{
        id: "photos_taken",
        title: "Photos",
        meaning: "Runs with a photo.",
        unit: "count",
        formulaWords: "Runs with evidence.",
      },
      ...{ moment: "FINISHED", better: "HIGHER", dimensions: ["WORKFLOW"], decimals: 0 },
      formula: {
        form: "sum",
        of: [{ form: "flow", source: "run", at: "finished_at", sql: "countIf(evidence = 'photo')" }],
      },
    };
    const reach = await resolveReach(world.registry, admin, {});
    const answered = await runQuestion(new PlanRunner(new MetricsRepository(world.clickhouse, () => NOW)), reach, {
      ...{ metrics: [declared], dimensions: ["WORKFLOW"], attributes: [], measures: null, minimumSample: 1 },
      ...{ from: FROM, asOf: NOW, edges: undefined, now: NOW, knowledge: { declared: [], calendarOfStore: [] } },
    });
    const photos = (workflow: string) =>
      facts.runs.filter(
        (run) => ofTenant(run) && run.workflow === workflow && isIn(run.finished) && run.evidence === "photo",
      ).length;
    const groups = [...(answered?.table.groups.values() ?? [])];
    expect(groups.length).toBeGreaterThan(3);
    for (const { key, figures } of groups) expect(figures.get("photos_taken_1")?.total).toBe(photos(key[0]?.id ?? ""));
  });
});
