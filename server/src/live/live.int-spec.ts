import { insertRows, type TestRow } from "../metrics/testing/insert-rows.js";
import type { RunFilter } from "../runs/list/run-filter.js";
import type { Scope } from "../scope/scope.js";
import { RunTraceRepository } from "../runs/trace/run-trace.repository.js";
import { RunTraceService } from "../runs/trace/run-trace.service.js";
import { ExceptionRepository } from "../exceptions/exception.repository.js";
import { ExceptionsService } from "../exceptions/exceptions.service.js";
import { grantScope, openLiveWorld, type LiveWorld } from "./testing/open-live-world.js";

const NOW = new Date("2026-06-10T12:00:00.000Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

interface Draft extends Record<string, unknown> {
  readonly run: string;
}

function run(draft: Draft, start: number, more: { due?: number; end?: number; tenant?: string } = {}): TestRow {
  return {
    ...{
      tenant: more.tenant ?? "t1",
      client: "northmart",
      workflow: "order-to-erp",
      source: "erp",
      day: dayOf(minutes(start)),
      started_at: minutes(start),
      attributes: {},
      money: "0",
      is_deleted: 0,
    },
    ...(more.due === undefined ? {} : { due_at: minutes(more.due) }),
    ...(more.end === undefined ? {} : { finished_at: minutes(more.end), outcome: "succeeded" }),
    ...(draft as TestRow),
  };
}

const target = (store: string, more: { end?: number; tenant?: string } = {}) =>
  run(
    {
      run: `c9|store=${store}`,
      workflow: "price-sync",
      change: "c9",
      target: `store=${store}`,
      store,
      entity_type: "price-list",
      entity_id: "autumn",
      money: "40",
      currency: "EUR",
    },
    -60,
    { due: -30, ...more },
  );

const RUNS: TestRow[] = [
  run(
    {
      run: "o-1",
      store: "0001",
      channel: "web",
      partner: "merkado",
      money: "250.5",
      currency: "EUR",
      correlation: "corr-1",
      attributes: { lane: "a" },
    },
    -30,
    { due: -10 },
  ),
  run({ run: "o-2", store: "0001", channel: "pos" }, -80, { due: 20 }),
  run({ run: "o-3", store: "0002", channel: "pos", correlation: "corr-1" }, -5, { due: 20 }),
  run({ run: "o-4", store: "0003", channel: "pos" }, -90, { due: -60, end: -50 }),
  run({ run: "o-5" }, -40, { due: -20, end: -25 }),
  run({ run: "o-6", client: "halden", store: "0001" }, -30, { due: -10 }),
  run({ run: "o-old", store: "0001" }, -60 * 24 * 60, { due: -59 * 24 * 60 }),
  run({ run: "o-older", store: "0002" }, -60 * 24 * 70, { due: -60 * 24 * 69, end: -60 * 24 * 69 }),
  ...["0001", "0002"].map((store) => target(store)),
  target("0003", { end: -40 }),
  run({ run: "o-1", store: "0001", money: "9999", currency: "EUR" }, -30, { due: -10, tenant: "t2" }),
];

const EXCEPTIONS: TestRow[] = ["t1", "t2"].map((tenant) => ({
  ...{
    tenant,
    day: dayOf(NOW),
    client: "northmart",
    exception: "x1",
    class: "price_conflict",
    store: "0002",
    run: "o-3",
    raised_at: minutes(-3),
  },
  ...{ money: tenant === "t1" ? "12.25" : "7777", currency: "EUR", compliance: 0, partner_impact: 0, is_deleted: 0 },
}));

const feed = (source: string, store: string, newest: number, heartbeat = 0, firstSeen = -600): TestRow => ({
  ...{
    tenant: "t1",
    client: "northmart",
    source,
    store,
    channel: "",
    partner: "",
    first_seen: minutes(firstSeen),
    newest: minutes(newest),
    received: minutes(newest),
  },
  ...{
    cadence: `('${minutes(newest).toISOString().replace("T", " ").slice(0, 23)}',${heartbeat})`,
    workflows: "['order-to-erp']",
  },
});

async function list(world: LiveWorld, scope: Scope, filter: RunFilter, page: { first?: number; after?: string } = {}) {
  const answer = await world.runs.list(scope, { filter, ...page });
  if ("refusal" in answer) throw new Error(answer.refusal.message);
  return {
    ids: answer.page.nodes.map((node) => node.id),
    states: answer.page.nodes.map((node) => node.state),
    total: await answer.page.count(),
    ...answer.page.pageInfo,
  };
}

describe("runs, feeds and the live page on the real engines", () => {
  let world: LiveWorld;
  beforeAll(async () => {
    world = await openLiveWorld(NOW);
    const { clickhouse } = world;
    await insertRows(clickhouse, "run", RUNS);
    // An earlier version of a run that has ended since must not be seen as open.
    await insertRows(clickhouse, "run", [{ ...run({ run: "o-4", store: "0003" }, -90, { due: -60 }), version: 0 }]);
    await insertRows(clickhouse, "exception", EXCEPTIONS);
    await insertRows(clickhouse, "feed", [
      feed("pos", "0001", -5),
      feed("pos", "0002", -1, 30),
      feed("erp", "0002", -20),
      { ...feed("pos", "0003", -1), tenant: "t2" },
    ]);
  }, 60_000);
  afterAll(() => world.close());

  describe("runs", () => {
    it.each<[string, Parameters<typeof grantScope>[0], string[]]>([
      ["nobody's limit", {}, ["o-1", "o-6", "c9|store=0001", "c9|store=0002", "o-old"]],
      ["one store of one client", { stores: ["northmart/0001"] }, ["o-1", "c9|store=0001", "o-old"]],
      ["a store id in any client", { stores: ["0001"] }, ["o-1", "o-6", "c9|store=0001", "o-old"]],
      [
        "a region of the registry",
        { regions: ["northmart/north"] },
        ["o-1", "c9|store=0001", "c9|store=0002", "o-old"],
      ],
      ["a client", { clients: ["halden"] }, ["o-6"]],
      ["a partner", { partners: ["merkado"] }, ["o-1"]],
      ["a channel", { channels: ["web"] }, ["o-1"]],
      ["an empty list", { stores: [] }, []],
      ["another tenant", { tenant: "t2" }, ["o-1"]],
    ])("overdue within %s", async (_, limits, expected) => {
      const page = await list(world, grantScope(limits), { states: ["OVERDUE"] });
      expect(new Set(page.ids)).toEqual(new Set(expected));
      expect(page.total).toBe(expected.length);
    });

    it("says what each is now, newest first, of the last 7 days", async () => {
      const page = await list(world, grantScope({ clients: ["northmart"] }), {
        scope: { workflows: ["order-to-erp"] },
      });
      expect(page.ids).toEqual(["o-3", "o-1", "o-5", "o-2", "o-4"]);
      expect(page.states).toEqual(["OPEN", "OVERDUE", "FINISHED", "AT_RISK", "FINISHED"]);
    });

    it.each([
      ["NEWEST", { from: minutes(-60 * 24 * 90) }],
      ["OLDEST_DUE", {}],
      ["MONEY", { from: minutes(-60 * 24 * 90), to: NOW }],
    ] as const)("pages by %s without gap or repeat", async (orderBy, range) => {
      const filter = { orderBy, ...range };
      const whole = await list(world, grantScope(), filter);
      const paged: string[] = [];
      let after: string | undefined;
      for (;;) {
        const page = await list(world, grantScope(), filter, { first: 2, ...(after === undefined ? {} : { after }) });
        paged.push(...page.ids);
        if (!page.hasNextPage || page.endCursor === null) break;
        after = page.endCursor;
      }
      expect(paged).toEqual(whole.ids);
      expect(paged).toHaveLength(whole.total);
    });

    it.each<[string, RunFilter, string[]]>([
      ["correlation", { correlation: "corr-1" }, ["o-3", "o-1"]],
      ["entity", { entityId: "autumn", states: ["FINISHED"] }, ["c9|store=0003"]],
      ["change", { change: "c9", states: ["OPEN"] }, ["c9|store=0002", "c9|store=0001"]],
      ["the beginning of an id, long ago too", { search: "o-old" }, ["o-old", "o-older"]],
      ["attributes", { scope: { attributes: [{ name: "lane", value: "a" }] } }, ["o-1"]],
      ["a region by the filter", { states: ["OPEN"], scope: { regions: ["halden/north"] } }, ["o-6"]],
    ])("finds by %s", async (_, filter, expected) => {
      expect((await list(world, grantScope(), filter)).ids).toEqual(expected);
    });

    it.each<[string, { filter: RunFilter; first?: number; after?: string }, string]>([
      ["too many", { filter: {}, first: 201 }, "first"],
      ["a range the wrong way round", { filter: { from: NOW, to: NOW } }, "filter.from"],
      ["a foreign cursor", { filter: {}, after: "abc" }, "after"],
    ])("refuses %s", async (_, request, field) => {
      expect(await world.runs.list(grantScope(), request)).toMatchObject({ refusal: { field } });
    });

    it("finds one run only within the scope, with lateness, money and related runs", async () => {
      const key = { client: "northmart", workflow: "order-to-erp", run: "o-1" };
      const found = await world.runs.find(grantScope(), key);
      expect(found).toMatchObject({
        state: "OVERDUE",
        latenessSeconds: 600,
        durationSeconds: null,
        money: { amount: 250.5, currency: "EUR" },
        outcome: null,
        finishedAt: null,
      });
      expect(await world.runs.find(grantScope({ stores: ["0002"] }), key)).toBeUndefined();
      expect(await world.runs.find(grantScope({ tenant: "t2" }), key)).toMatchObject({ money: { amount: 9999 } });
      if (found === undefined) throw new Error("not found");
      expect((await world.runs.findRelated(grantScope(), found, 20)).map(({ run }) => run.id)).toEqual(["o-3"]);
      expect(await world.runs.findRelated(grantScope({ stores: ["0001"] }), found, 20)).toEqual([]);
    });
  });

  describe("inside a run", () => {
    const at = (offset: number) => minutes(offset);
    const scope = grantScope({ stores: ["northmart/0001"] });

    it("shows steps in order, events as received without foreign targets, and exceptions", async () => {
      const { clickhouse, registry } = world;
      const payload = JSON.stringify({ change: "c9", targets: [{ store: "0001" }, { store: "0002" }] });
      const event = (id: string, kind: string, time: Date, body: string) => ({
        tenant: "t1",
        client: "northmart",
        source: "pricing",
        id,
        kind,
        time,
        received_at: time,
        payload: body,
        content_hash: 1,
      });
      await insertRows(clickhouse, "event", [
        event("e-1", "change.published", at(-60), payload),
        event("e-2", "step.finished", at(-50), "{}"),
        event("e-3", "run.started", at(-60), "{}"),
      ]);
      await insertRows(clickhouse, "fold_part", [
        {
          tenant: "t1",
          subject: "run",
          client: "northmart",
          workflow: "price-sync",
          subject_id: "c9|store=0001",
          source: "pricing",
          id: "e-1",
          part: "published",
          day: dayOf(NOW),
          time: at(-60),
          body: "{}",
          content_hash: 1,
        },
      ]);
      const step = (id: string, sequence: number | null, started: Date, tenant = "t1") => ({
        tenant,
        client: "northmart",
        workflow: "price-sync",
        run: "c9|store=0001",
        source: "pricing",
        id,
        step: id,
        started_at: started,
        finished_at: at(-50),
        outcome: "succeeded",
        attempt: 1,
        content_hash: 1,
        sequence,
      });
      await insertRows(clickhouse, "step", [
        step("e-2", null, at(-55)),
        step("s-1", 1, at(-58)),
        step("s-9", 9, at(-59), "t2"),
      ]);

      const found = await world.runs.find(scope, { client: "northmart", workflow: "price-sync", run: "c9|store=0001" });
      if (found === undefined) throw new Error("not found");
      const trace = new RunTraceService({ repository: new RunTraceRepository(clickhouse), registry });
      expect((await trace.findSteps(scope, found)).map(({ id }) => id)).toEqual(["s-1", "e-2"]);
      const events = await trace.findEvents(scope, found, { first: 10, after: undefined });
      expect(events.nodes.map(({ id }) => id)).toEqual(["e-1", "e-2"]);
      expect(JSON.parse(events.nodes[0]?.payload ?? "")).toEqual({
        change: "c9",
        targets: [{ store: "0001" }],
        targetsOutsideScope: 1,
      });
      const first = await trace.findEvents(grantScope(), found, { first: 1, after: undefined });
      expect(first).toMatchObject({ nodes: [{ id: "e-1", payload }], pageInfo: { hasNextPage: true } });

      const exceptions = new ExceptionsService({ repository: new ExceptionRepository(clickhouse), registry });
      const of = { client: "northmart", workflow: "order-to-erp", id: "o-3" };
      expect(await exceptions.findOfRun(grantScope(), of)).toMatchObject([
        { id: "x1", class: "price_conflict", money: { amount: 12.25, currency: "EUR" }, resolvedAt: null },
      ]);
      expect(await exceptions.findOfRun(scope, of)).toEqual([]);
    });
  });

  describe("feeds", () => {
    it("says how each declared and learned feed is, quietest first", async () => {
      const feeds = await world.feeds.find(grantScope(), undefined);
      expect(feeds.map((each) => [each.source, each.store, each.state, each.cadenceFrom, each.silentSeconds])).toEqual([
        ["pos", "0003", "NEVER_SEEN", "DECLARED", null],
        ["erp", "0002", "LATE", "DEFAULT", 1200],
        ["pos", "0002", "LATE", "HEARTBEAT", 60],
        ["pos", "0001", "OK", "DEFAULT", 300],
      ]);
    });

    it.each<[string, Parameters<typeof grantScope>[0], string[]]>([
      ["a store", { stores: ["northmart/0002"] }, ["erp/0002", "pos/0002"]],
      ["a region", { regions: ["south"] }, ["pos/0003"]],
      ["another client", { clients: ["halden"] }, []],
    ])("stay within %s", async (_, limits, expected) => {
      const feeds = await world.feeds.find(grantScope(limits), undefined);
      expect(feeds.map((each) => `${each.source}/${each.store ?? ""}`).sort()).toEqual(expected);
    });

    it("learns the rhythm of a feed once 7 days of it were seen", async () => {
      const week = -8 * 24 * 60;
      await insertRows(world.clickhouse, "feed", [{ ...feed("wms", "0001", -1, 0, week), tenant: "t1" }]);
      const slices = Array.from({ length: 8 * 24 }, (_, index) => minutes(week + index * 60));
      await insertRows(
        world.clickhouse,
        "feed_activity",
        slices.map((at) => ({
          tenant: "t1",
          day: dayOf(at),
          client: "northmart",
          source: "wms",
          store: "0001",
          channel: "",
          partner: "",
          slice: at.toISOString().replace("T", " ").slice(0, 19),
          newest: at,
        })),
      );
      world.now = new Date(NOW.getTime() + 11 * 60_000);
      // What was learned is kept, and learned again in the background after 10 minutes.
      await world.feeds.find(grantScope(), { sources: ["wms"] });
      await new Promise((resolve) => setTimeout(resolve, 500));
      world.stored$.next({ tenant: "t1", storedAt: NOW.toISOString(), clients: [], workflows: [], stores: null });
      const learned = await world.feeds.find(grantScope(), { sources: ["wms"] });
      world.now = NOW;
      expect(learned).toMatchObject([{ cadenceSeconds: 3600, cadenceFrom: "LEARNED", state: "OK" }]);
    });
  });

  describe("the live page", () => {
    const wall = async (limits: Parameters<typeof grantScope>[0]) =>
      (await world.live.findStoreWall(grantScope(limits), undefined)).map((tile) => [
        tile.client,
        tile.store,
        tile.state,
        tile.overdue,
        tile.moneyAtRisk,
      ]);

    it("colours every store by the worst thing true of it", async () => {
      expect(await wall({})).toEqual([
        ["halden", "0001", "NO_DATA", 1, []],
        ["northmart", "0001", "LATE", 3, [{ amount: 290.5, currency: "EUR" }]],
        ["northmart", "0002", "LATE", 1, [{ amount: 52.25, currency: "EUR" }]],
        ["northmart", "0003", "NO_DATA", 0, []],
      ]);
    });

    it("shows nobody a store outside the scope", async () => {
      expect(
        (await wall({ regions: ["northmart/north"] })).map(([client, store]) => `${String(client)}/${String(store)}`),
      ).toEqual(["northmart/0001", "northmart/0002"]);
      expect(await wall({ partners: ["merkado"] })).toMatchObject([
        ["northmart", "0001", "NO_DATA", 1, [{ amount: 250.5 }]],
      ]);
      expect(
        (await wall({ tenant: "t2" })).find(([client, store]) => client === "northmart" && store === "0001"),
      ).toMatchObject({ 3: 1, 4: [{ amount: 9999 }] });
    });

    it("ranks obligations by money and says what is missing where", async () => {
      const worst = await world.live.findWorstObligations(grantScope(), undefined, 10);
      expect(
        worst.map(({ client, workflow, runs, expected, title, detail, sample }) => ({
          client,
          workflow,
          runs,
          expected,
          title,
          detail,
          sample: sample.id,
        })),
      ).toEqual([
        {
          client: "northmart",
          workflow: "order-to-erp",
          runs: 2,
          expected: null,
          title: "Order to ERP: 2 runs past their deadline",
          detail: "First due 59 d ago; Hamburg",
          sample: "o-old",
        },
        {
          client: "northmart",
          workflow: "price-sync",
          runs: 2,
          expected: 3,
          title: "Price list autumn has not reached 2 of 3 stores",
          detail: "First due 30 min ago; all 2 missing stores are in North",
          sample: "c9|store=0001",
        },
        {
          client: "halden",
          workflow: "order-to-erp",
          runs: 1,
          expected: null,
          title: "Order to ERP: 1 run past its deadline",
          detail: "Due 10 min ago; Oslo",
          sample: "o-6",
        },
      ]);
      expect(worst[1]?.money).toEqual([{ amount: 80, currency: "EUR" }]);
    });

    it("tells a store's people only of their store", async () => {
      const worst = await world.live.findWorstObligations(grantScope({ stores: ["northmart/0002"] }), undefined, 10);
      expect(worst).toMatchObject([
        { runs: 1, expected: 1, title: "Price list autumn has not reached 1 store", sample: { id: "c9|store=0002" } },
      ]);
    });

    it("is fresh after a change, though it remembers for a second", async () => {
      const overdue = async () =>
        (await world.live.findStoreWall(grantScope({ clients: ["halden"] }), undefined))[0]?.overdue;
      expect(await overdue()).toBe(1);
      await insertRows(world.clickhouse, "run", [
        { ...run({ run: "o-6", client: "halden", store: "0001" }, -30, { due: -10, end: -1 }), version: 2 },
      ]);
      expect(await overdue()).toBe(1);
      world.stored$.next({
        tenant: "t1",
        storedAt: NOW.toISOString(),
        clients: ["halden"],
        workflows: [],
        stores: null,
      });
      expect(await overdue()).toBe(0);
    });
  });
});
