import { ensureTenant, migratePostgres, openEmbeddedPostgres, type ClickHouse, type Postgres } from "@watchfloor/sql";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { buildEventBatch } from "../../events/build-event-batch.js";
import type { EventDocument } from "../../events/event-document.js";
import type { IngestKey } from "../../events/ingest-key.js";
import { startIngestion, type Ingestion } from "../../start-ingestion.js";
import { openTestStorage, type TestStorage } from "../../testing/open-test-storage.js";

/** RangeWorld is engines of their own, on which any number of ingestion services live and die. */
export interface RangeWorld {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  /** live starts a service; `clickhouse` in place of the engine as it is, on a directory of its own unless one is given. */
  live(clickhouse?: ClickHouse, directory?: string): Promise<Ingestion>;
  /** makeDirectory makes a data directory that a service may come back to. */
  makeDirectory(): string;
  /** fingerprint says of every table of facts and serving rows what it holds, without what differs between equal ones. */
  fingerprint(): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** What is compared of each table: all but the columns by which its engine chooses among rows, and the instants of storing. */
const TABLES: Readonly<Record<string, string>> = {
  event: "* FROM event FINAL",
  run: "* EXCEPT version FROM run FINAL WHERE NOT is_deleted",
  open_run: "* EXCEPT (version, stored_at) FROM open_run FINAL",
  exception: "* EXCEPT version FROM exception FINAL WHERE NOT is_deleted",
  step: "* FROM step FINAL",
  measure: "* FROM measure FINAL WHERE NOT withdrawn",
  decision: "* FROM decision FINAL",
  out_of_sequence: "* EXCEPT version FROM out_of_sequence FINAL WHERE NOT withdrawn",
  fold_part: "* FROM fold_part FINAL",
  feed: "* EXCEPT workflows, arraySort(workflows) FROM feed FINAL",
  feed_activity: "* FROM feed_activity FINAL",
  feed_day: "* FROM feed_day FINAL",
  feed_count:
    "tenant, day, client, source, store, channel, partner, slice, sum(received) FROM feed_count FINAL GROUP BY ALL",
  rejected_event: "* FROM rejected_event FINAL",
};

/** openRangeWorld opens the engines, with the tenants `acme` and `other`. */
export async function openRangeWorld(now: () => Date): Promise<RangeWorld> {
  const storage: TestStorage = await openTestStorage();
  const postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
  for (const id of ["acme", "other"]) await ensureTenant(postgres, { id, title: id, isDemo: false, now: now() });
  const directories: string[] = [];
  const { clickhouse } = storage;
  const makeDirectory = () => {
    const directory = mkdtempSync(join(tmpdir(), "watchfloor-live-"));
    directories.push(directory);
    return directory;
  };
  return {
    clickhouse,
    postgres,
    makeDirectory,
    live(engine = clickhouse, dataDirectory = makeDirectory()) {
      const logger = pino({ level: "silent" });
      return startIngestion({ host: "127.0.0.1", port: 0, dataDirectory, clickhouse: engine, postgres, now, logger });
    },
    async fingerprint() {
      const found: Record<string, unknown> = {};
      for (const [table, rows] of Object.entries(TABLES)) {
        const sql = `SELECT count() AS rows, sum(sipHash64(toString(tuple(*)))) AS hash FROM (SELECT ${rows})`;
        [found[table]] = await clickhouse.query({ name: "test", sql });
      }
      return found;
    },
    async close() {
      await postgres.close();
      await storage.close();
      for (const directory of directories) rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** acceptAll sends events in requests of 400, the clock of the receiver where `tick` puts it before each. */
export async function acceptAll(
  { intake }: Ingestion,
  events: readonly EventDocument[],
  { tenant = "acme", tick }: { tenant?: string; tick?: (index: number) => void } = {},
): Promise<void> {
  const key: IngestKey = { id: "k", tenant, clients: null, kinds: null, isBackfill: false, isImport: false };
  for (let from = 0; from < events.length; from += 400) {
    tick?.(from);
    const answer = await intake.accept({ key, events: buildEventBatch(events.slice(from, from + 400)) });
    if (answer.rejected.length > 0) throw new Error(JSON.stringify(answer.rejected[0]));
  }
  await intake.settled();
}
