import { expectationRuleSchema } from "@watchfloor/dashboards";
import {
  cancelReplay,
  claimReplay,
  findReplay,
  installExpectationRules,
  schema,
  type ClickHouse,
  type ReplayWish,
} from "@watchfloor/sql";
import type { EventDocument } from "../events/event-document.js";
import { generateEvents } from "../simulator/generate-events.js";
import { loadSimulation } from "../simulator/load-simulation.js";
import type { Ingestion } from "../start-ingestion.js";
import { seededRandom } from "../testing/seeded-random.js";
import { acceptAll, openRangeWorld, type RangeWorld } from "./testing/open-range-world.js";
import { awaitReplay, beginReplay, runReplay } from "./testing/run-replay.js";

const FROM = new Date("2026-06-10T07:00:00Z");
const TO = new Date("2026-06-10T11:00:00Z");
const HOUR_MS = 3_600_000;
let clock = FROM;
let events: EventDocument[];

/** Requests out of order, some of them twice: ends before starts, late events, repeats. */
function shuffle(told: readonly EventDocument[]): EventDocument[] {
  const random = seededRandom(5);
  const pieces: EventDocument[][] = [];
  for (let from = 0; from < told.length; from += 150) pieces.push(told.slice(from, from + 150));
  const order = pieces.map((piece) => ({ piece, at: random() })).sort((left, right) => left.at - right.at);
  return order.flatMap(({ piece }) => (random() < 0.2 ? [...piece, ...piece] : piece));
}

beforeAll(async () => {
  const told = generateEvents({ simulation: await loadSimulation(3), from: FROM, to: TO, detail: "recent" });
  events = shuffle([...told].map(({ event }) => event));
}, 60_000);

/** An engine like a served one: nothing in memory is trusted, several may write. Of the deaf one nothing comes back, as after a kill. */
const serve = (clickhouse: ClickHouse, isDeaf: (name: string) => boolean = () => false): ClickHouse => ({
  form: "served",
  query: (query) => (isDeaf(query.name) ? new Promise(() => undefined) : clickhouse.query(query)),
  insert: (insert) => (isDeaf(insert.table) ? new Promise(() => undefined) : clickhouse.insert(insert)),
  command: (sql) => clickhouse.command(sql),
  close: () => clickhouse.close(),
});

describe("replay of a range", () => {
  let world: RangeWorld;
  const alive: Ingestion[] = [];
  beforeEach(async () => {
    clock = FROM;
    world = await openRangeWorld(() => clock);
  }, 60_000);
  afterEach(async () => {
    for (const ingestion of alive.splice(0)) await ingestion.close();
    await world.close();
  }, 60_000);

  const live = async (engine?: ClickHouse) => {
    const ingestion = await world.live(engine);
    alive.push(ingestion);
    return ingestion;
  };
  const end = async (ingestion: Ingestion) => {
    alive.splice(alive.indexOf(ingestion), 1);
    await ingestion.close();
  };
  const tick = (index: number) => (clock = new Date(TO.getTime() + (index / 400) * 7_000));
  const everything: Partial<ReplayWish> = { what: "range", by: "event_time" };

  it.each(["embedded", "served"] as const)(
    "changes nothing in any table, %s: neither what is served nor what was counted",
    async (form) => {
      const engine = form === "served" ? serve(world.clickhouse) : world.clickhouse;
      const first = await live(engine);
      await acceptAll(first, events, { tick });
      await acceptAll(first, events.slice(0, 400), { tenant: "other", tick });
      await end(first);
      const before = await world.fingerprint();
      clock = new Date(TO.getTime() + 24 * HOUR_MS);
      const second = await live(engine);
      const distinct = new Set(events.map(({ client, source, id }) => `${client} ${source} ${id}`)).size;
      for (const by of ["event_time", "received_at"] as const) {
        const replayed = await runReplay(world.postgres, clock, { ...everything, by });
        expect(replayed).toMatchObject({ state: "done", read: distinct, accepted: distinct, rejected: 0, error: null });
        await second.intake.settled();
        const after = await world.fingerprint();
        expect({ ...after, open_run: 0 }).toEqual({ ...before, open_run: 0 });
        expect(after["open_run"]).toEqual(before["open_run"]);
      }
    },
    180_000,
  );

  it.each([
    ["before it read a page", /^ingestion\.replay/, false],
    ["before it stored a page", /^[a-z_]+$/, true],
    ["between the tables of a page", /^(run|feed)$/, true],
  ])(
    "goes on exactly where a process was killed %s, in another one, with the same tables and counts",
    async (_, what, isPlanned) => {
      let isDead = false;
      const first = await live(serve(world.clickhouse, (name) => isDead && what.test(name)));
      await acceptAll(first, events, { tick });
      const before = await world.fingerprint();
      const begun = await beginReplay(world.postgres, clock, everything);
      while ((await findReplay(world.postgres, "acme", begun.id))?.cursor == null)
        await new Promise((resolve) => setTimeout(resolve, 20));
      isDead = true;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const left = await findReplay(world.postgres, "acme", begun.id);
      expect(left?.state).toBe("running");
      expect(left?.read).toBeGreaterThan(0);
      expect(left?.planned != null).toBe(isPlanned);
      clock = new Date(clock.getTime() + 60_000);
      await live(serve(world.clickhouse));
      const ended = await awaitReplay(world.postgres, begun);
      const distinct = new Set(events.map(({ client, source, id }) => `${client} ${source} ${id}`)).size;
      expect(ended).toMatchObject({ state: "done", read: distinct, accepted: distinct, planned: null });
      expect(await world.fingerprint()).toEqual(before);
    },
    180_000,
  );

  it("lets rules that were declared since see history", async () => {
    const first = await live();
    await acceptAll(first, events, { tick });
    const rule = expectationRuleSchema.parse({
      ...{ id: "order-seen", title: "Order seen", withinSeconds: 60, key: ["run"] },
      when: { kind: "run.started", workflow: "order-to-erp" },
      expect: { kind: "run.finished", workflow: "order-to-erp" },
    });
    await installExpectationRules(world.postgres, "acme", { rules: [rule], now: clock });
    const count = (what: string) =>
      world.clickhouse.query<{ count: number }>({
        name: "test",
        sql: `SELECT count() AS count FROM run FINAL WHERE ${what}`,
      });
    expect(await count("workflow = 'order-seen'")).toEqual([{ count: 0 }]);
    await runReplay(world.postgres, clock, everything);
    const [orders] = await count("workflow = 'order-to-erp'");
    expect(orders?.count).toBeGreaterThan(20);
    expect(await count("workflow = 'order-seen'")).toEqual([orders]);
    await runReplay(world.postgres, clock, everything);
    expect(await count("workflow = 'order-seen'")).toEqual([orders]);
    const workflows = await world.postgres.db.select().from(schema.workflow);
    expect(workflows).toContainEqual(expect.objectContaining({ id: "order-seen", tenant: "acme" }));
  }, 120_000);

  it("reads what was asked for: range, clients and sources of one tenant, until the instant it was asked", async () => {
    const first = await live();
    await acceptAll(first, events, { tick });
    await acceptAll(first, events.slice(0, 300), { tenant: "other", tick });
    clock = new Date(TO.getTime() + 24 * HOUR_MS);
    const unique = [...new Map(events.map((event) => [`${event.client} ${event.source} ${event.id}`, event])).values()];
    const [client = "", source = ""] = [unique[0]?.client, unique[0]?.source];
    const [from, to] = [new Date("2026-06-10T09:00:00Z"), new Date("2026-06-10T10:00:00Z")];
    const isWithin = ({ time }: EventDocument) => time >= "2026-06-10T09:00" && time < "2026-06-10T10:00";
    const run = (wish: Partial<ReplayWish>) => runReplay(world.postgres, clock, { ...everything, ...wish });
    expect(await run({ from, to })).toMatchObject({ read: unique.filter(isWithin).length });
    const ofClient = unique.filter((event) => event.client === client && event.source === source && isWithin(event));
    expect(await run({ from, to, clients: [client], sources: [source] })).toMatchObject({ read: ofClient.length });
    expect(await run({ clients: [] })).toMatchObject({ state: "done", read: 0 });
    expect(await run({ by: "received_at", from: new Date(clock.getTime() + 1) })).toMatchObject({ read: 0 });
  }, 120_000);

  it("stops when it is cancelled, and counts what it did", async () => {
    const first = await live();
    await acceptAll(first, events, { tick });
    const begun = await beginReplay(world.postgres, clock, everything);
    while ((await findReplay(world.postgres, "acme", begun.id))?.cursor == null)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await cancelReplay(world.postgres, { tenant: "other", id: begun.id }, clock)).toBeUndefined();
    expect(await cancelReplay(world.postgres, begun, clock)).toMatchObject({ state: "cancelled" });
    const ended = await awaitReplay(world.postgres, begun);
    await first.intake.settled();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await findReplay(world.postgres, "acme", begun.id)).toEqual(ended);
    expect(await claimReplay(world.postgres, { worker: "x", leaseMs: 1 }, clock)).toBeUndefined();
  }, 120_000);
});
