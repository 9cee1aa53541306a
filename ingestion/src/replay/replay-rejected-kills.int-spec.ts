import { createApiKey, schema, type ClickHouse } from "@watchfloor/sql";
import { eq } from "drizzle-orm";
import { buildEventBatch } from "../events/build-event-batch.js";
import type { EventDocument } from "../events/event-document.js";
import type { Ingestion } from "../start-ingestion.js";
import { openRangeWorld, type RangeWorld } from "./testing/open-range-world.js";
import { awaitReplay, beginReplay, runReplay } from "./testing/run-replay.js";

let clock = new Date("2026-06-10T12:00:00Z");
const COUNT = 700;

/** Of what `isDeaf` names nothing comes back, as after a kill. */
const serve = (clickhouse: ClickHouse, isDeaf: (table: string) => boolean = () => false): ClickHouse => ({
  form: "served",
  query: (query) => clickhouse.query(query),
  insert: (insert) => (isDeaf(insert.table) ? new Promise(() => undefined) : clickhouse.insert(insert)),
  command: (sql) => clickhouse.command(sql),
  close: () => clickhouse.close(),
});

const events = Array.from({ length: COUNT }, (_, index): EventDocument => ({
  ...{ id: `e${index}`, kind: "run.started", time: "2026-06-10T11:00:00Z", source: "pos", client: "c" },
  ...{ workflow: "w", run: `r${index}` },
}));

describe("a replay of refused events that is killed", () => {
  let world: RangeWorld;
  let keyId: string;
  const alive: Ingestion[] = [];
  beforeEach(async () => {
    world = await openRangeWorld(() => clock);
    const key = { kind: "ingest", tenant: "acme", title: "till", kinds: ["run.finished"] } as const;
    keyId = (await createApiKey(world.postgres, { ...key, kinds: ["run.finished"] }, clock)).id;
  }, 60_000);
  afterEach(async () => {
    for (const ingestion of alive.splice(0)) await ingestion.close();
    await world.close();
  }, 60_000);

  const live = async (engine: ClickHouse, directory?: string) => {
    const ingestion = await world.live(engine, directory);
    alive.push(ingestion);
    return ingestion;
  };
  const kill = async (ingestion: Ingestion) => {
    alive.splice(alive.indexOf(ingestion), 1);
    await ingestion.close();
  };
  const allow = () =>
    world.postgres.db
      .update(schema.apiKey)
      .set({ kinds: ["run.started"] })
      .where(eq(schema.apiKey.id, keyId));
  const readIntake = () =>
    world.clickhouse.query({
      name: "test",
      sql: `SELECT (SELECT sum(received) FROM feed_count FINAL) AS accepted, (SELECT count() FROM event FINAL) AS distinct,
        (SELECT count() FROM rejected_event FINAL WHERE isNull(replayed_at)) AS rejected, (SELECT count() FROM run FINAL) AS runs`,
    });
  const refuseAll = async (ingestion: Ingestion) => {
    const key = {
      id: keyId,
      tenant: "acme",
      clients: null,
      kinds: ["run.finished"],
      isBackfill: false,
      isImport: false,
    };
    const answer = await ingestion.intake.accept({ key, events: buildEventBatch(events) });
    expect(answer.rejected).toHaveLength(COUNT);
    await ingestion.intake.settled();
  };
  const all = [{ accepted: COUNT, distinct: COUNT, rejected: 0, runs: COUNT }];

  it.each([
    ["before anything of a page was stored", () => true],
    ["when events were stored and receipts were not", (table: string) => table === "feed_count"],
    ["when rows were told and events were not", (table: string) => table === "event"],
  ])(
    "%s goes on in another process; when the first comes back, all is counted once",
    async (_, isDeaf) => {
      let isDead = false;
      const directory = world.makeDirectory();
      const first = await live(
        serve(world.clickhouse, (table) => isDead && isDeaf(table)),
        directory,
      );
      await refuseAll(first);
      expect(await readIntake()).toEqual([{ accepted: 0, distinct: 0, rejected: COUNT, runs: 0 }]);
      await allow();
      isDead = true;
      const begun = await beginReplay(world.postgres, clock, {});
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      await kill(first);
      clock = new Date(clock.getTime() + 60_000);
      await live(serve(world.clickhouse));
      const ended = await awaitReplay(world.postgres, begun);
      expect(ended).toMatchObject({ state: "done", read: COUNT, rejected: 0 });
      expect(ended.accepted + ended.duplicates).toBe(COUNT);
      const again = await live(serve(world.clickhouse), directory);
      await again.intake.settled();
      expect(await readIntake()).toEqual(all);
      expect(await runReplay(world.postgres, clock)).toMatchObject({ state: "done", read: 0 });
      expect(await readIntake()).toEqual(all);
    },
    120_000,
  );

  it("leaves a refusal replayed when the batch that brought it is stored again after that", async () => {
    const directory = world.makeDirectory();
    let isDead = true;
    const first = await live(
      serve(world.clickhouse, (table) => isDead && table === "feed"),
      directory,
    );
    const key = { id: keyId, tenant: "acme", clients: null, kinds: null, isBackfill: false, isImport: false };
    const heartbeat = {
      id: "h",
      kind: "feed.heartbeat",
      time: "2026-06-10T11:00:00Z",
      source: "pos",
      client: "c",
    } as const;
    const refused = { ...key, kinds: ["feed.heartbeat"] };
    await first.intake.accept({ key: refused, events: buildEventBatch([heartbeat, ...events.slice(0, 3)]) });
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await kill(first);
    isDead = false;
    await allow();
    await live(serve(world.clickhouse));
    expect(await runReplay(world.postgres, clock)).toMatchObject({ read: 3, accepted: 3 });
    const again = await live(serve(world.clickhouse), directory);
    await again.intake.settled();
    expect(await readIntake()).toEqual([{ accepted: 4, distinct: 4, rejected: 0, runs: 3 }]);
  }, 120_000);
});
