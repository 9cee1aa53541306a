import { join } from "node:path";
import type { ClickHouse } from "@watchfloor/sql";
import pino from "pino";
import { buildEventBatch } from "../events/build-event-batch.js";
import type { EventDocument } from "../events/event-document.js";
import type { IngestKey } from "../events/ingest-key.js";
import { buildIntake } from "../pipeline/build-intake.js";
import { RecentIdentities } from "../pipeline/recent-identities.js";
import { NO_RULES } from "../resolve/declared-rules.js";
import { SubjectStore } from "../resolve/subject-store.js";
import { Spool } from "../spool/spool.js";
import { openTestStorage, type TestStorage } from "../testing/open-test-storage.js";
import { seededRandom } from "../testing/seeded-random.js";
import { Loader } from "./loader.js";
import { StorageWriter } from "./storage-writer.js";

const NOW = new Date("2026-06-01T12:00:00Z");
const TENANT = "acme";
const key: IngestKey = { id: "k", tenant: TENANT, clients: null, kinds: null, isBackfill: false, isImport: false };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A receiver that begins with what another one left; `failAfter` inserts nothing reaches the engine any more, as after a kill. */
interface Life {
  readonly directory: string;
  readonly clickhouse: ClickHouse;
  readonly failAfter: number;
}

function begin({ directory, clickhouse, failAfter }: Life) {
  let inserts = 0;
  const failing: ClickHouse = {
    ...clickhouse,
    form: clickhouse.form,
    query: (query) => clickhouse.query(query),
    command: (sql) => clickhouse.command(sql),
    close: () => clickhouse.close(),
    insert: (insert) => {
      inserts += 1;
      return inserts > failAfter ? Promise.reject(new Error("the process is dead")) : clickhouse.insert(insert);
    },
  };
  const spool = new Spool(join(directory, "spool"), 1e9);
  const writer = new StorageWriter(failing, new SubjectStore(failing, undefined), () => NOW);
  const logger = pino({ level: "silent" });
  const loader = new Loader({
    ...{ spool, writer, logger, isShared: false },
    declared: NO_RULES,
    onStored: () => Promise.resolve(),
  });
  for (const block of spool.recover()) loader.add(block);
  loader.start();
  return { spool, loader, intake: buildIntake({ spool, loader, recent: new RecentIdentities(), now: () => NOW }) };
}

const buildEvent = (number: number): EventDocument => ({
  id: `e-${number}`,
  kind: number % 3 === 0 ? "change.applied" : "measure.recorded",
  time: new Date(NOW.getTime() - (number % 40) * 30_000).toISOString(),
  source: number % 2 === 0 ? "hub" : "pos",
  client: `c${number % 2}`,
  ...(number % 3 === 0
    ? { workflow: "w", change: "ch", target: { store: `s${number % 4}` }, outcome: "succeeded" }
    : { store: `s${number % 4}`, channel: "pos", measure: "m", value: 1, unit: "1" }),
});

/** The feed and slice of an event, read aloud from the event. */
function nameFeed(event: EventDocument): string {
  const slice = Math.floor(Date.parse(event.time) / 300_000) * 300;
  const place = event.target ?? event;
  return [event.client, event.source, place.store ?? "", event.channel ?? "", slice].join("|");
}

describe("the count of what feeds sent", () => {
  let storage: TestStorage;
  beforeEach(async () => {
    storage = await openTestStorage();
  });
  afterEach(() => storage.close());

  const readCounts = async () => {
    const rows = await storage.clickhouse.query<{ feed: string; received: number }>({
      name: "test.counts",
      sql: `SELECT concat(client, '|', source, '|', store, '|', channel, '|', toString(toUnixTimestamp(slice))) AS feed, sum(received) AS received
        FROM feed_count FINAL WHERE tenant = '${TENANT}' GROUP BY feed`,
    });
    return new Map(rows.map((row) => [row.feed, row.received]));
  };

  it.each([1, 2, 3])("is exact through repeats and through ends at any moment (seed %i)", async (seed) => {
    const random = seededRandom(seed);
    const expected = new Map<string, number>();
    let isLast = false;
    for (let life = 0; life < 9; life += 1) {
      isLast = life === 8;
      const failAfter = isLast ? Number.POSITIVE_INFINITY : Math.floor(random() * 30);
      const { spool, loader, intake } = begin({ ...storage, failAfter });
      for (let request = 0; request < 6; request += 1) {
        const events = Array.from({ length: 1 + Math.floor(random() * 60) }, () =>
          buildEvent(Math.floor(random() * 400)),
        );
        const answer = await intake.accept({ key, events: buildEventBatch(events) });
        expect(answer.accepted + answer.duplicates).toBe(events.length);
        for (const event of events) expected.set(nameFeed(event), (expected.get(nameFeed(event)) ?? 0) + 1);
        if (random() < 0.5) await pause(random() * 300);
      }
      if (isLast) await intake.settled();
      await spool.close();
      await loader.close(5_000);
    }
    expect(await readCounts()).toEqual(expected);
    const [stored] = await storage.clickhouse.query<{ count: number; writers: number }>({
      name: "test.events",
      sql: "SELECT (SELECT count() FROM event FINAL) AS count, uniqExact(writer) AS writers FROM feed_count",
    });
    expect(stored?.count).toBeLessThanOrEqual(400);
    expect(stored?.writers).toBe(1);
  });

  it("stores again exactly the batch that was being stored, whatever came behind it", async () => {
    const first = begin({ ...storage, failAfter: 3 });
    await first.intake.accept({ key, events: buildEventBatch([buildEvent(1)]) });
    while (first.spool.planned === undefined) await pause(20);
    await first.intake.accept({ key, events: buildEventBatch([buildEvent(2), buildEvent(4)]) });
    await first.spool.close();
    await first.loader.close(5_000);
    const second = begin({ ...storage, failAfter: Infinity });
    await second.intake.settled();
    await second.spool.close();
    await second.loader.close(5_000);
    const batches = await storage.clickhouse.query<{ received: number }>({
      name: "test.batches",
      sql: "SELECT sum(received) AS received FROM feed_count FINAL GROUP BY batch ORDER BY batch",
    });
    expect(batches.map(({ received }) => received)).toEqual([1, 2]);
  });

  it("adds up what several receivers count", async () => {
    const receivers = ["a", "b"].map((name) =>
      begin({ directory: join(storage.directory, name), clickhouse: storage.clickhouse, failAfter: Infinity }),
    );
    const event = buildEvent(1);
    for (const { intake } of receivers)
      for (const events of [[event], [event, event]]) await intake.accept({ key, events: buildEventBatch(events) });
    for (const { intake, spool, loader } of receivers) {
      await intake.settled();
      await spool.close();
      await loader.close(5_000);
    }
    expect(await readCounts()).toEqual(new Map([[nameFeed(event), 6]]));
  });

  it("keeps of one content the earliest receipt, and of two contents the same one whatever came first", async () => {
    const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
    for (const [minutes, value] of [
      [5, 1],
      [40, 1],
      [0, 1],
      [20, 1],
    ] as const) {
      const { spool, loader } = begin({ ...storage, failAfter: Infinity });
      const intake = buildIntake({ spool, loader, recent: new RecentIdentities(), now: () => at(minutes) });
      await intake.accept({ key, events: buildEventBatch([{ ...buildEvent(1), value }]) });
      await intake.settled();
      await spool.close();
      await loader.close(5_000);
    }
    const rows = await storage.clickhouse.query({
      name: "test.receipt",
      sql: "SELECT toString(received_at) AS at FROM event FINAL",
    });
    expect(rows).toEqual([{ at: "2026-06-01 12:00:00.000" }]);
  });
});
