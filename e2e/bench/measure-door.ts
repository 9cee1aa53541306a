import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startIngestion } from "@watchfloor/ingestion";
import {
  ensureIngestKey,
  ensureTenant,
  migrateClickHouse,
  migratePostgres,
  openEmbeddedClickHouse,
  openEmbeddedPostgres,
  type ClickHouse,
  type ClickHouseInsert,
} from "@watchfloor/sql";
import pino from "pino";
import { measureBareInserts } from "./measure-bare-inserts.js";
import { runLoad, type Load } from "./run-load.js";

const EVENTS = Number(process.env["BENCH_EVENTS"] ?? 200_000);

/** MeasuredDoor is a way in and what is sent to it. */
export interface MeasuredDoor {
  /** Stands before each line that is printed. */
  readonly title: string;
  readonly path: string;
  /** What `send-load` sends. */
  readonly load: Load;
  /** The least share of the bare engine's rate that was asked for. */
  readonly asked: number;
}

/**
 * measureDoor prints accepted-to-stored events a second over HTTP (batches of 500, 8 connections, load generator on the same
 * cores) as a ratio to inserting the same rows straight into the same tables of the same engine, by the fastest format and size.
 */
export async function measureDoor({ title, path, load, asked }: MeasuredDoor): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-bench-"));
  const clickhouse = openEmbeddedClickHouse(join(directory, "clickhouse"));
  const postgres = await openEmbeddedPostgres(undefined);
  await migrateClickHouse(clickhouse, { now: new Date() });
  await migratePostgres(postgres);
  await ensureTenant(postgres, { id: "bench", title: "Bench", isDemo: false, now: new Date() });
  const { key } = await ensureIngestKey(postgres, { tenant: "bench", now: new Date() });
  const recorder: Recorder = { isOn: true, inserts: [] };
  const ingestion = await startIngestion({
    host: "127.0.0.1",
    port: 0,
    dataDirectory: directory,
    clickhouse: recordInserts(clickhouse, recorder),
    postgres,
    now: () => new Date(),
    logger: pino({ level: "warn" }),
  });
  const target = { url: `http://127.0.0.1:${ingestion.port ?? 0}${path}`, key: key ?? "", load, count: EVENTS };
  // The first round warms up and leaves the rows for the bare inserts; the timed ones are not recorded.
  await runLoad(target, "warm", ingestion.intake.settled);
  recorder.isOn = false;
  const rates: number[] = [];
  const before = process.cpuUsage();
  for (const label of ["a", "b", "c"]) rates.push(await runLoad(target, label, ingestion.intake.settled));
  const used = process.cpuUsage(before);
  const stored = await clickhouse.query<{ count: number }>({
    name: "bench.count",
    sql: "SELECT count() AS count FROM event FINAL",
  });
  const sent = EVENTS * (rates.length + 1);
  if (stored[0]?.count !== sent) throw new Error(`stored ${stored[0]?.count ?? 0} of ${sent}`);
  await ingestion.close();

  const bare = await measureBareInserts(clickhouse, join(directory, "clickhouse"), recorder.inserts, {
    title,
    events: EVENTS,
  });
  rates.sort((left, right) => left - right);
  const median = rates[1] ?? 0;
  console.log(
    `${title}: accepted to stored ${rates.map((rate) => Math.round(rate)).join(", ")} events/s over HTTP (median ${Math.round(median)})`,
  );
  // Other load on the machine moves rates by a half, processor time hardly.
  const cpuMicros = (used.user + used.system) / (EVENTS * rates.length);
  console.log(
    `${title}: processor time ${cpuMicros.toFixed(1)} us an event, of the bare engine ${bare.cpuMicros.toFixed(1)} us`,
  );
  console.log(`${title}: bare engine ${Math.round(bare.eventsPerSecond)} events/s (${bare.how})`);
  console.log(`${title}: ratio ${(median / bare.eventsPerSecond).toFixed(3)} (asked: at least ${asked})`);
  await clickhouse.close();
  await postgres.close();
  rmSync(directory, { recursive: true, force: true });
}

interface Recorder {
  isOn: boolean;
  readonly inserts: ClickHouseInsert[];
}

function recordInserts(clickhouse: ClickHouse, recorder: Recorder): ClickHouse {
  return {
    ...clickhouse,
    insert(insert) {
      if (recorder.isOn) recorder.inserts.push({ ...insert, body: Buffer.from(insert.body) });
      return clickhouse.insert(insert);
    },
  };
}
