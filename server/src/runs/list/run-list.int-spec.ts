import { installExpectationRules } from "@watchfloor/sql";
import { grantScope, openLiveWorld, type LiveWorld } from "../../live/testing/open-live-world.js";
import { insertRows, type TestRow } from "../../metrics/testing/insert-rows.js";
import type { ScopeGrant } from "../../scope/scope.js";
import { ExpectationRuleRepository } from "../expected/expectation-rule.repository.js";
import { RunExpectedService } from "../expected/run-expected.service.js";
import { RunTraceRepository } from "../trace/run-trace.repository.js";
import { RunTraceService } from "../trace/run-trace.service.js";
import type { RunFilter } from "./run-filter.js";

const NOW = new Date("2026-06-10T12:00:00Z");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

const row = (run: string, more: TestRow): TestRow => ({
  ...{ tenant: "t1", client: "northmart", workflow: "order-to-erp", run, day: "2026-06-10", source: "shop" },
  ...{ started_at: ago(100), money: 0, attributes: {} },
  ...more,
});
const ended = (minutes: number, outcome = "succeeded"): TestRow => ({ finished_at: ago(100 - minutes), outcome });

const ROWS: readonly TestRow[] = [
  row("quick", { store: "0001", correlation: "O-1", ...ended(1), workflow_version: "v1" }),
  row("slow", { store: "0002", correlation: "O-1", entity_type: "order", entity_id: "7", ...ended(60, "failed") }),
  row("open", { store: "0001", channel: "web", attributes: { sku: "SKU-9" }, due_at: ago(10), workflow_version: "v2" }),
  row("blind", { store: "0003", started_at: "2200-01-01 00:00:00", finished_at: ago(5), outcome: "succeeded" }),
  row("O-1", { workflow: "order-posted", store: "0001", due_at: ago(50) }),
  row("child", { workflow: "price-sync", store: "0002", correlation: "quick", ...ended(2) }),
  row("theirs", { client: "halden", store: "0001", partner: "merkado", correlation: "O-1", ...ended(1) }),
  row("another", { tenant: "t2", store: "0001", correlation: "O-1", attributes: { sku: "SKU-9" }, ...ended(1) }),
];

describe("lists of runs and what belongs to one", () => {
  let world: LiveWorld;
  let expected: RunExpectedService;
  beforeAll(async () => {
    world = await openLiveWorld(NOW);
    await insertRows(world.clickhouse, "run", ROWS);
    const trace = new RunTraceService({
      repository: new RunTraceRepository(world.clickhouse),
      registry: world.registry,
    });
    const rules = new ExpectationRuleRepository(world.postgres);
    expected = new RunExpectedService({ rules, registry: world.registry, trace });
  }, 60_000);
  afterAll(() => world.close());

  const list = async (filter: RunFilter, limits: Partial<ScopeGrant> = {}) => {
    const answer = await world.runs.list(grantScope(limits), { filter });
    if ("refusal" in answer) throw new Error(answer.refusal.message);
    return answer.page;
  };
  const ids = async (filter: RunFilter, limits: Partial<ScopeGrant> = {}) =>
    (await list(filter, limits)).nodes.map(({ id }) => id).sort();

  it.each<[string, RunFilter, string[]]>([
    ["a sku that an attribute names", { search: "SKU-9" }, ["open"]],
    ["no part of an attribute", { search: "SKU" }, []],
    ["an order by its correlation", { search: "O-1" }, ["O-1", "quick", "slow", "theirs"]],
    ["an entity", { search: "7" }, ["slow"]],
    ["what took an hour or is open for so long", { minSeconds: 3_600 }, ["O-1", "open", "slow"]],
    ["what took less than five minutes", { maxSeconds: 300 }, ["child", "quick", "theirs"]],
    ["a span, its end excluded", { minSeconds: 60, maxSeconds: 120 }, ["quick", "theirs"]],
    ["versions of a workflow", { workflowVersions: ["v1", "v2"] }, ["open", "quick"]],
    ["outcomes", { scope: { outcomes: ["FAILED"] } }, ["slow"]],
  ])("finds %s", async (_, filter, found) => {
    expect(await ids(filter)).toEqual(found);
  });

  it("orders by how long runs took, with those open by their age", async () => {
    const page = await list({ orderBy: "LONGEST", scope: { clients: ["northmart"] } });
    expect(page.nodes.map(({ id }) => id)).toEqual(["O-1", "open", "slow", "child", "quick", "blind"].sort(bySpan));
  });

  it("counts what the runs of a list have, within the scope", async () => {
    const facets = Object.fromEntries(
      (await (await list({})).findFacets()).map(({ facet, values }) => [facet, values]),
    );
    expect(facets["STATE"]).toEqual([
      { id: "OPEN", client: null, count: 2 },
      { id: "OVERDUE", client: null, count: 2 },
      { id: "FINISHED", client: null, count: 5 },
    ]);
    expect(facets["OUTCOME"]).toEqual([
      { id: "SUCCEEDED", client: null, count: 4 },
      { id: "FAILED", client: null, count: 1 },
    ]);
    expect(facets["WORKFLOW"]?.[0]).toEqual({ id: "order-to-erp", client: "northmart", count: 4 });
    expect(facets["STORE"]).toContainEqual({ id: "0001", client: "halden", count: 1 });
    const mine = await (await list({}, { stores: ["northmart/0002"] })).findFacets();
    expect(mine.find(({ facet }) => facet === "STORE")?.values).toEqual([
      { id: "0002", client: "northmart", count: 2 },
    ]);
    const none = await (await list({ search: "nothing like it" })).findFacets();
    expect(none.every(({ values }) => values.length === 0)).toBe(true);
  });

  const getRun = async (id: string, workflow = "order-to-erp") => {
    const found = await world.runs.find(grantScope(), { client: "northmart", workflow, run: id });
    if (found === undefined) throw new Error(`no run ${id}`);
    return found;
  };

  it("says how other runs belong to one, within the scope", async () => {
    const related = async (limits: Partial<ScopeGrant> = {}) =>
      (await world.runs.findRelated(grantScope(limits), await getRun("quick"), 20))
        .map(({ run, relations }) => `${run.id}: ${relations.join()}`)
        .sort();
    expect(await related()).toEqual(["O-1: PARENT", "child: CHILD", "slow: SAME_CORRELATION"]);
    expect(await related({ stores: ["northmart/0002"] })).toEqual(["child: CHILD", "slow: SAME_CORRELATION"]);
  });

  it("tells the rule that opened a run as it was then, and none of another tenant or client", async () => {
    const rule = {
      ...{ id: "order-posted", title: "Order posted", withinSeconds: 3_600, key: ["correlation"] },
      when: { kind: "run.finished", workflow: ["order-to-erp", "erp-order"], outcome: "succeeded" },
      expect: { kind: "run.finished", workflow: "erp-posting" },
    };
    const install = (tenant: string, change: object, now: Date) =>
      installExpectationRules(world.postgres, tenant, { rules: [{ ...rule, ...change }], now });
    const of = async () => (await expected.findExpected(grantScope(), await getRun("O-1", "order-posted"))).rule;
    await install("t2", { title: "Of another tenant" }, ago(200));
    expect(await of()).toBeNull();
    await install("t1", {}, ago(200));
    await install("t1", { title: "Changed later" }, ago(20));
    expect(await of()).toEqual({
      ...{ id: "order-posted", version: 1, title: "Order posted", withinSeconds: 3_600, key: ["correlation"] },
      when: "run.finished, workflow order-to-erp or erp-order, outcome succeeded",
      ...{ expect: "run.finished, workflow erp-posting", cancel: null },
    });
    await install("t1", { clients: ["halden"] }, ago(150));
    expect(await of()).toBeNull();
  });

  it("has nothing to compare with where no steps are declared", async () => {
    expect(await expected.findExpected(grantScope(), await getRun("quick"))).toEqual({
      ...{ rule: null, steps: null, isConforming: null },
    });
  });

  it.each<[string, RunFilter]>([
    ["filter.minSeconds", { minSeconds: -1 }],
    ["filter.maxSeconds", { minSeconds: 5, maxSeconds: 5 }],
    ["filter.path", { path: { workflow: "w" } }],
    ["filter.path.workflow", { path: { workflow: "", has: "x" } }],
    ["filter.path.steps", { path: { workflow: "w", steps: Array.from({ length: 201 }, String) } }],
  ])("refuses a wrong %s", async (field, filter) => {
    const answer = await world.runs.list(grantScope(), { filter });
    expect("refusal" in answer ? answer.refusal.field : "").toBe(field);
  });
});

const SPANS: Readonly<Record<string, number>> = { "O-1": 100, open: 100, slow: 60, child: 2, quick: 1, blind: -1 };

/** Longest first; of equal ones the workflow that comes later in the alphabet. */
function bySpan(a: string, b: string): number {
  return (SPANS[b] ?? 0) - (SPANS[a] ?? 0) || (a === "open" ? -1 : 1);
}
