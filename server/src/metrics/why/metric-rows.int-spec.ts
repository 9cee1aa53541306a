import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildScope, type Scope } from "../../scope/scope.js";
import { MetricsRepository } from "../execution/metrics.repository.js";
import { METRIC_CATALOG } from "../metric-catalog.js";
import { buildRawReceipts, RECEIPT_TABLES } from "../testing/build-raw-receipts.js";
import { buildRawWorld } from "../testing/build-raw-world.js";
import { insertRows } from "../testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../testing/open-metrics-world.js";
import { listSideTerms } from "./list-side-terms.js";
import { MetricRowsService, type CountedRow, type RowsRequest } from "./metric-rows.service.js";

const NOW = new Date("2026-04-02T09:30:00.500Z");
const FROM = new Date("2026-03-28T10:00:00Z");
const TO = new Date("2026-04-03T00:00:00Z");
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });
const OF_ROWS = METRIC_CATALOG.filter((metric) => {
  const terms = [...listSideTerms(metric, "NUMERATOR"), ...listSideTerms(metric, "DENOMINATOR")];
  return terms.length > 0 && terms.every(({ form }) => form === "flow" || form === "span");
});

describe("rows behind a metric, on the embedded engine", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-rows-"));
  let world: MetricsWorld;
  let rows: MetricRowsService;

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const raw = buildRawWorld({ from: FROM.getTime(), asOf: NOW.getTime() });
    await insertRows(world.clickhouse, "run", raw.stale);
    for (const table of ["run", "exception", "measure"] as const)
      await insertRows(world.clickhouse, table, raw.rows[table]);
    const receipts = buildRawReceipts({ from: NOW.getTime() - 7_200_000, to: NOW.getTime() });
    for (const table of RECEIPT_TABLES)
      for (const some of receipts.inserts[table]) await insertRows(world.clickhouse, table, some);
    const repository = new MetricsRepository(world.clickhouse, () => new Date());
    rows = new MetricRowsService({ repository, registry: world.registry, now: () => NOW });
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function listAll(request: Pick<RowsRequest, "metric" | "side"> & Partial<RowsRequest>, scope: Scope = admin) {
    const all: CountedRow[] = [];
    let after: string | null = null;
    do {
      const answer = await rows.list(scope, { from: FROM, to: TO, first: 200, after, ...request });
      if ("refusal" in answer) throw new Error(JSON.stringify(answer.refusal));
      all.push(...answer.page.nodes);
      after = answer.page.pageInfo.hasNextPage ? answer.page.pageInfo.endCursor : null;
    } while (after !== null);
    return all;
  }

  async function askTotals(metric: string, scope: Scope = admin) {
    const question = { from: FROM, to: TO, metrics: [metric] };
    const outcome = await world.service.ask(scope, question, { coverage: false });
    if (!outcome.isAnswered) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.answer.groups.flatMap((group) => group.values);
  }

  const add = (found: readonly CountedRow[]) => found.reduce((sum, row) => sum + row.contribution, 0);

  it.each(OF_ROWS.map((metric) => [metric.id, metric] as const))(
    "of %s add up to the number they are behind, each listed once",
    async (id, metric) => {
      const values = await askTotals(id);
      const numerator = await listAll({ metric: id, side: "NUMERATOR" });
      const denominator = await listAll({ metric: id, side: "DENOMINATOR" });
      const isAdditive = metric.formula.form === "sum" || metric.formula.form === "ratio";
      if (isAdditive && metric.unit !== "measure")
        expect(add(numerator)).toBeCloseTo(
          values.reduce((sum, value) => sum + (value.numerator ?? 0), 0),
          6,
        );
      expect(add(denominator)).toBeCloseTo(
        values.reduce((sum, value) => sum + (value.denominator ?? 0), 0),
        6,
      );
      if (metric.formula.form === "figure" && metric.unit === "seconds")
        expect(numerator.length).toBe(add(denominator));
      for (const list of [numerator, denominator]) {
        const names = list.map((row) =>
          JSON.stringify([
            row.kind,
            row.client,
            row.source,
            row.workflow,
            row.id,
            row.store,
            row.channel,
            row.partner,
            row.at,
          ]),
        );
        expect(new Set(names).size).toBe(names.length);
      }
    },
  );

  it("are those of whoever asks", async () => {
    const seen = await listAll({ metric: "runs_finished", side: "NUMERATOR" });
    const limits = [
      [{ clients: ["c1"] }, (row: CountedRow) => row.client === "c1"],
      [{ stores: ["c2/s1"] }, (row: CountedRow) => row.client === "c2" && row.store === "s1"],
      [{ channels: ["c1/pos"] }, (row: CountedRow) => row.client === "c1" && row.channel === "pos"],
      [{ stores: [] }, () => false],
    ] as const;
    for (const [limit, isOwn] of limits) {
      const scope = buildScope({ tenant: "t1", role: "viewer", subjectId: "v", ...limit });
      expect(await listAll({ metric: "runs_finished", side: "NUMERATOR" }, scope)).toEqual(seen.filter(isOwn));
    }
    const other = buildScope({ tenant: "t3", role: "administrator", subjectId: "v" });
    expect(await listAll({ metric: "runs_finished", side: "NUMERATOR" }, other)).toEqual([]);
  });

  it("page in an order that never repeats or skips", async () => {
    const whole = await listAll({ metric: "runs_started", side: "NUMERATOR" });
    const small = await listAll({ metric: "runs_started", side: "NUMERATOR", first: 7 });
    expect(small).toEqual(whole);
    expect(whole.length).toBeGreaterThan(50);
    expect(whole.map((row) => row.at.getTime())).toEqual(whole.map((row) => row.at.getTime()).sort((a, b) => b - a));
  });

  it("refuse what cannot be listed, and say why", async () => {
    const ask = (request: Partial<RowsRequest>) =>
      rows.list(admin, { metric: "runs_started", side: "NUMERATOR", from: FROM, to: TO, ...request });
    expect(await ask({ metric: "coverage" })).toMatchObject({ refusal: { field: "query.metric" } });
    expect(await ask({ metric: "nothing" })).toMatchObject({ refusal: { field: "query.metrics" } });
    expect(await ask({ first: 0 })).toMatchObject({ refusal: { field: "query.first" } });
    expect(await ask({ after: "x" })).toMatchObject({ refusal: { field: "query.after" } });
    expect(await ask({ to: FROM })).toMatchObject({ refusal: { field: "query.from" } });
  });
});
