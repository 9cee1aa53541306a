import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildScope, type ScopeLimits } from "../scope/scope.js";
import { getMetric } from "./metric-catalog.js";
import type { Dimension } from "./metric-words.js";
import type { MetricQuestion } from "./query/metric-query.js";
import {
  chooseFacts,
  type CatalogueFacts,
  type FactPlace,
  type FactRange,
} from "./testing/catalogue/catalogue-facts.js";
import { computeDecisions } from "./testing/catalogue/compute-decisions.js";
import { computeExceptions } from "./testing/catalogue/compute-exceptions.js";
import { computeMeasures } from "./testing/catalogue/compute-measures.js";
import { computeRuns } from "./testing/catalogue/compute-runs.js";
import { drawCatalogueFacts } from "./testing/catalogue/draw-catalogue-facts.js";
import { renderCatalogueRows } from "./testing/catalogue/render-catalogue-rows.js";
import { insertRows } from "./testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "./testing/open-metrics-world.js";

const NOW = new Date("2026-04-02T09:30:00.500Z");
const FROM = new Date("2026-03-28T10:00:00Z");
const TO = new Date("2026-04-03T00:00:00Z");
const RANGE: FactRange = { from: +FROM, to: +NOW, asOf: +NOW, questionFrom: +FROM };
const EDGES = [+FROM, +NOW, Date.parse("2026-03-28T23:00:00Z"), Date.parse("2026-03-29T22:00:00Z")];
const facts = drawCatalogueFacts(EDGES);

function compute(own: CatalogueFacts, range: FactRange): Record<string, () => number | null> {
  return {
    ...{ ...computeRuns(own, range), ...computeExceptions(own, range) },
    ...{ ...computeMeasures(own, range), ...computeDecisions(own, range) },
  };
}
const IDS = Object.keys(compute(facts, RANGE));
const isSplit = (id: string) => (getMetric(id).splitBy ?? []).length > 0;
const near = (value: number | null | undefined) =>
  value == null ? null : (expect.closeTo(value, Math.abs(value) > 1e5 ? 3 : 6) as number);

describe("the catalogue on the embedded engine", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-catalogue-"));
  let world: MetricsWorld;

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const rows = renderCatalogueRows(facts);
    for (const table of ["run", "exception", "measure", "decision"] as const)
      await insertRows(world.clickhouse, table, rows[table]);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function ask(
    question: Partial<MetricQuestion> & { metrics: string[] },
    limits: Partial<ScopeLimits> & { tenant?: string } = {},
  ) {
    const scope = buildScope({ tenant: "t1", role: "administrator", subjectId: "p", ...limits });
    const outcome = await world.service.ask(scope, { from: FROM, to: TO, ...question }, { coverage: false });
    if (!outcome.isAnswered) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.answer.groups;
  }
  /** The figure of each currency and measure, or the only one. */
  async function askAll(id: string, limits: Partial<ScopeLimits> & { tenant?: string } = {}) {
    return (await ask({ metrics: [id] }, limits)).map((group) => ({
      currency: group.key.find((part) => part.dimension === "CURRENCY")?.id ?? "",
      measure: group.key.find((part) => part.dimension === "MEASURE")?.id ?? "",
      value: group.values[0]?.value,
    }));
  }
  function expectation(id: string, own: CatalogueFacts, split: { currency: string; measure: string }, range = RANGE) {
    const part = isSplit(id) ? chooseFacts(own, (place) => place.currency === split.currency) : own;
    const measures =
      split.measure === "" ? part.measures : part.measures.filter((row) => row.measure === split.measure);
    return near(compute({ ...part, measures }, range)[id]?.());
  }

  it("has a value of everything in these facts", () => {
    const own = chooseFacts(facts, ({ tenant }) => tenant === "t1");
    const values = Object.entries(compute(own, RANGE)).map(([id, read]) => [id, read()]);
    expect(values.filter(([, value]) => value === null || value === 0)).toEqual([]);
  });

  it.each(IDS)("%s equals an independent computation, for everybody and for people with limits", async (id) => {
    for (const [limits, isOwn] of [
      [{}, ({ tenant }) => tenant === "t1"],
      [{ tenant: "t2" }, ({ tenant }) => tenant === "t2"],
      [{ clients: ["c1"] }, ({ tenant, client }) => tenant === "t1" && client === "c1"],
      [{ stores: ["c2/s1"] }, (place) => place.tenant === "t1" && place.client === "c2" && place.store === "s1"],
      [
        { partners: ["p1"], channels: ["pos"] },
        (place) => place.tenant === "t1" && place.partner === "p1" && place.channel === "pos",
      ],
      [{ stores: [] }, () => false],
    ] as const satisfies readonly (readonly [object, (place: FactPlace) => boolean])[]) {
      const own = chooseFacts(facts, isOwn);
      const groups = await askAll(id, limits);
      const isNothing = "stores" in limits && limits.stores.length === 0;
      expect(groups.length > 0).toBe(true);
      for (const { value, ...split } of groups)
        expect([id, limits, split, value]).toEqual([
          id,
          limits,
          split,
          isSplit(id) && isNothing ? value : expectation(id, own, split),
        ]);
    }
  });

  it.each(IDS.filter((id) => !isSplit(id)))(
    "%s by day in Berlin and by client equals an independent computation",
    async (id) => {
      const groups = await ask({ metrics: [id], groupBy: ["CLIENT"], granularity: "DAY", timeZone: "Europe/Berlin" });
      expect(groups.length).toBeGreaterThan(1);
      for (const { key, values } of groups) {
        const own = chooseFacts(facts, (place) => place.tenant === "t1" && place.client === key[0]?.id);
        const series = values[0]?.series ?? [];
        expect(series).toHaveLength(7);
        for (const [position, { at, value }] of series.entries()) {
          const to = Math.min(+(series[position + 1]?.at ?? TO), +NOW);
          const range = { ...RANGE, from: Math.max(+at, +FROM), to };
          const hasBegun = at < NOW;
          expect([id, key, at, value]).toEqual([
            id,
            key,
            at,
            hasBegun ? expectation(id, own, { currency: "", measure: "" }, range) : null,
          ]);
        }
      }
    },
  );

  it.each(IDS)("%s answers for every dimension that it offers", async (id) => {
    const total = (await ask({ metrics: [id] })).map(({ values }) => values[0]?.value ?? 0);
    for (const dimension of getMetric(id).dimensions) {
      const groups = await ask({ metrics: [id], groupBy: [dimension] });
      expect([dimension, groups.length > 0]).toEqual([dimension, true]);
      if (total.length !== 1 || getMetric(id).unit !== "count" || getMetric(id).formula.form !== "sum") continue;
      const sum = groups.reduce((all, { values }) => all + (values[0]?.value ?? 0), 0);
      expect([dimension, sum]).toEqual([dimension, total[0]]);
    }
  });

  it("names missing targets, and divides what is unposted by age", async () => {
    const missing = await ask({ metrics: ["targets_missing"], groupBy: ["CHANGE", "TARGET"] satisfies Dimension[] });
    const named = missing.filter(({ values }) => values[0]?.value === 1).map(({ key }) => key.map((part) => part.id));
    expect(named.length).toBeGreaterThan(1);
    expect(named.every(([change, target]) => /^change-/.test(change ?? "") && /^store=/.test(target ?? ""))).toBe(true);
    for (const { values } of await ask({ metrics: ["unposted_amount"] })) {
      const [amount] = values;
      expect(amount?.parts?.map(({ id }) => id)).toEqual(["0-1d", "1-3d", "3-7d", ">7d"]);
      expect(amount?.parts?.reduce((sum, part) => sum + (part.value ?? 0), 0)).toEqual(near(amount?.value));
    }
  });

  it("gives the parts of the worst severity, which add up to it", async () => {
    const [group] = await ask({ metrics: ["severity_score"] });
    const [score] = group?.values ?? [];
    expect(score?.parts?.map(({ id }) => id)).toEqual(["money", "compliance", "partner", "age"]);
    expect(score?.parts?.reduce((sum, part) => sum + (part.value ?? 0), 0)).toEqual(near(score?.value));
  });

  it.each(["time_to_acknowledge_p50", "detector_false_positive_rate"])(
    "%s says that nothing measures it",
    async (id) => {
      expect((await ask({ metrics: [id] }))[0]?.values[0]).toMatchObject({ value: null, nullReason: "NOT_MEASURED" });
      const [value] = (await ask({ metrics: [id], granularity: "DAY" }))[0]?.values ?? [];
      expect(value?.series?.[0]).toMatchObject({ value: null, nullReason: "NOT_MEASURED" });
    },
  );
});
