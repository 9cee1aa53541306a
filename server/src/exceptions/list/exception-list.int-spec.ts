import { grantScope, openLiveWorld, type LiveWorld } from "../../live/testing/open-live-world.js";
import { insertRows, type TestRow } from "../../metrics/testing/insert-rows.js";
import type { ScopeGrant } from "../../scope/scope.js";
import type { ExceptionFilter } from "./exception-filter.js";
import { ExceptionListRepository } from "./exception-list.repository.js";
import { ExceptionListService } from "./exception-list.service.js";

const NOW = new Date("2026-06-10T12:00:00Z");
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);

const row = (exception: string, more: TestRow): TestRow => ({
  ...{ tenant: "t1", client: "northmart", exception, class: "price", day: "2026-06-10", raised_at: ago(1) },
  ...{ money: 0, compliance: 0, partner_impact: 0 },
  ...more,
});

const ROWS: readonly TestRow[] = [
  row("small", { store: "0001", money: 99, currency: "EUR" }),
  row("large", { store: "0002", money: 100_000, currency: "EUR", compliance: 1, partner_impact: 0.5 }),
  row("old", { store: "0003", raised_at: ago(24 * 40), day: "2026-05-01", class: "stock", message: "Shelf is empty" }),
  row("dollars", { store: "0001", channel: "web", money: 10, currency: "USD", run: "R-1", workflow: "price-sync" }),
  row("over", { store: "0001", raised_at: ago(5), resolved_at: ago(2) }),
  row("later", { store: "0001", raised_at: new Date(NOW.getTime() + HOUR) }),
  row("headless", { raised_at: "2200-01-01 00:00:00", resolved_at: ago(1) }),
  row("of-halden", { client: "halden", store: "0001", partner: "merkado" }),
  row("of-another", { tenant: "t2", store: "0001", money: 1_000_000, currency: "EUR" }),
];

describe("the list of exceptions", () => {
  let world: LiveWorld;
  let stated: Awaited<ReturnType<ExceptionListService["list"]>> | undefined;
  const weights: { name: string; client: string; low: number; high: number }[] = [];
  let service: ExceptionListService;
  beforeAll(async () => {
    world = await openLiveWorld(NOW);
    const settings = {
      findAssumptions: async () =>
        weights.map((each) => ({
          ...{ ...each, currency: "", effectiveAt: new Date(0), note: "", author: "p", statedAt: NOW },
        })),
    };
    const repository = new ExceptionListRepository(world.clickhouse);
    service = new ExceptionListService({ repository, registry: world.registry, settings, now: () => world.now });
    await insertRows(world.clickhouse, "exception", ROWS);
  }, 60_000);
  afterAll(() => world.close());

  const list = async (filter: ExceptionFilter = {}, limits: Partial<ScopeGrant> = {}, page: object = {}) => {
    stated = await service.list(grantScope(limits), { filter, ...page });
    if ("refusal" in stated) throw new Error(stated.refusal.message);
    return stated.page;
  };
  const ids = async (filter: ExceptionFilter = {}, limits: Partial<ScopeGrant> = {}) =>
    (await list(filter, limits)).nodes.map(({ id }) => id);

  it("lists what is open, the worst first, each with parts that sum to its severity", async () => {
    const page = await list();
    expect(page.nodes.map(({ id }) => id)).toEqual(
      ["large", "small", "old", "dollars", "of-halden"].sort(bySeverity(page.nodes)),
    );
    const large = page.nodes[0];
    expect(large?.id).toBe("large");
    expect(large?.severityParts.map(({ id, points, most, value }) => [id, round(points), round(most), value])).toEqual([
      ["MONEY", 40, 40, 100_000],
      ["COMPLIANCE", 30, 30, 1],
      ["PARTNER", 10, 20, 0.5],
      ["AGE", round(10 / 168), 10, 3_600],
    ]);
    for (const { severity, severityParts } of page.nodes)
      expect(severityParts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(severity, 6);
    expect(page.nodes.find(({ id }) => id === "old")?.severityParts[3]).toMatchObject({
      most: expect.closeTo(10, 9),
      points: expect.closeTo(10, 9),
    });
  });

  it("says how many alike are open, within the scope alone", async () => {
    const small = (await list({ search: "small" })).nodes[0];
    expect(small?.alike).toEqual({ open: 3, stores: 2 });
    const limited = (await list({ search: "small" }, { stores: ["northmart/0001"] })).nodes[0];
    expect(limited?.alike).toEqual({ open: 2, stores: 1 });
  });

  it.each([
    ["a client", { clients: ["halden"] }, ["of-halden"]],
    ["a store", { stores: ["northmart/0003"] }, ["old"]],
    ["a region", { regions: ["northmart/south"] }, ["old"]],
    ["a channel", { channels: ["northmart/web"] }, ["dollars"]],
    ["a partner", { partners: ["halden/merkado"] }, ["of-halden"]],
    ["nothing", { clients: [] }, []],
  ])("shows somebody limited to %s nothing else", async (_, limits, expected) => {
    expect(await ids({ states: ["OPEN", "RESOLVED"], from: ago(24 * 60) }, limits)).toEqual(
      expect.arrayContaining(expected),
    );
    const page = await list({}, limits);
    expect(page.nodes.map(({ id }) => id)).toEqual(expected);
    expect(await page.count()).toBe(expected.length);
    expect((await page.findClasses()).reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
  });

  it.each<[string, ExceptionFilter, string[]]>([
    ["resolved ones", { states: ["RESOLVED"] }, ["over"]],
    ["a class", { scope: { exceptionClasses: ["stock"] } }, ["old"]],
    ["a workflow", { scope: { workflows: ["price-sync"] } }, ["dollars"]],
    ["a run", { search: "R-" }, ["dollars"]],
    ["words of a message", { search: "SHELF" }, ["old"]],
    [
      "what was raised in a range",
      { from: ago(2), to: NOW, orderBy: "MONEY" },
      ["large", "small", "dollars", "of-halden"],
    ],
    ["the oldest first", { scope: { stores: ["0003", "0002"] }, orderBy: "OLDEST" }, ["old", "large"]],
    ["the newest first", { scope: { stores: ["0003", "0002"] }, orderBy: "NEWEST" }, ["large", "old"]],
    ["no state at all", { states: [] }, []],
  ])("finds %s", async (_, filter, expected) => {
    expect(await ids(filter)).toEqual(expected);
  });

  it.each(["SEVERITY", "MONEY", "OLDEST", "NEWEST"] as const)("pages by %s without overlap or gap", async (orderBy) => {
    const whole = await ids({ orderBy });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      // Time goes on between the pages; the list stays that of its first page.
      world.now = new Date(world.now.getTime() + 5 * HOUR);
      const page: Awaited<ReturnType<typeof list>> = await list({ orderBy }, {}, { first: 2, after });
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      if (seen.length === 2) world.now = new Date(world.now.getTime() + 1);
    } while (after !== null);
    world.now = NOW;
    expect([...seen].filter((id) => id !== "later").sort()).toEqual([...whole].sort());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("sums by class, currencies apart, whichever class is looked at", async () => {
    const page = await list({ scope: { exceptionClasses: ["stock"] } });
    expect(await page.findClasses()).toEqual([
      {
        ...{ class: "price", count: 4, stores: 3 },
        money: expect.arrayContaining([
          { amount: 100_099, currency: "EUR" },
          { amount: 10, currency: "USD" },
        ]),
      },
      { class: "stock", count: 1, stores: 1, money: [] },
    ]);
  });

  it("weighs as the tenant says", async () => {
    weights.push(
      { name: "severity_weight_money", client: "", low: 0, high: 0 },
      { name: "severity_weight_compliance", client: "", low: 0, high: 0 },
      { name: "severity_weight_partner", client: "", low: 0, high: 0 },
    );
    expect((await ids())[0]).toBe("old");
    expect((await list()).nodes[0]?.severityParts.map(({ most }) => round(most))).toEqual([0, 0, 0, 100]);
    weights.length = 0;
  });

  it.each<[string, object]>([
    ["first", { filter: {}, first: 0 }],
    ["first", { filter: {}, first: 201 }],
    ["filter.from", { filter: { from: NOW, to: NOW } }],
    ["filter.search", { filter: { search: "x".repeat(201) } }],
    ["after", { filter: {}, after: "nonsense" }],
  ])("refuses a wrong %s", async (field, request) => {
    const answer = await service.list(grantScope(), { filter: {}, ...request });
    expect("refusal" in answer ? answer.refusal.field : "").toBe(field);
  });
});

const round = (value: number) => Math.round(value * 1e6) / 1e6;

/** By severity, descending; the server's own order must agree with the numbers it shows. */
function bySeverity(nodes: readonly { readonly id: string; readonly severity: number }[]) {
  const find = (id: string) => nodes.find((node) => node.id === id)?.severity ?? 0;
  return (a: string, b: string) => find(b) - find(a);
}
