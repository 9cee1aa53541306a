import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { AnomalyScoring } from "@watchfloor/server";
import {
  ensureTenant,
  migrateClickHouse,
  migratePostgres,
  openEmbeddedClickHouse,
  openEmbeddedPostgres,
  type ClickHouse,
} from "@watchfloor/sql";
import pino from "pino";
import { renderSpread } from "./render-spread.js";

const TENANT = "bench";
const DAYS = 44;
const RUNS = 3_000_000;
const SLOT_MS = 300_000;
const TURNS = 24;

/** 3 M runs of 300 stores, 3 clients and 10 workflows in six weeks and two days, most of them by day, 2 % failed. */
const FILL_RUNS = `
INSERT INTO run (tenant, day, client, workflow, run, kind, source, store, channel, started_at, due_at, finished_at, outcome, attempts, mismatched_at, money, currency, change, target, version)
SELECT '${TENANT}', toDate(start), concat('client-', toString(place % 3)), concat('workflow-', toString(cityHash64(number, 'w') % 10)), concat('run-', toString(number)),
       'workflow', 'hub', leftPad(toString(1 + place), 4, '0'), if(number % 4 = 0, 'web', 'pos'), start, start + 300, start + 20 + cityHash64(number, 'd') % 60,
       if(cityHash64(number, 'o') % 50 = 0, 'failed', 'succeeded'), 1, toDateTime64('2200-01-01', 3, 'UTC'), 0, 'EUR', '', '', 1
FROM (SELECT number, cityHash64(number, 's') % 300 AS place,
             NOW - toIntervalDay(number % ${DAYS}) - toIntervalSecond(toUInt64(43200 + 13000 * (sin(cityHash64(number, 'a') % 6283 / 1000) + 2 * (cityHash64(number, 'b') % 1000 / 1000 - 0.5)))) AS start FROM numbers(${RUNS}))`;
const FILL_COUNTS = `
INSERT INTO feed_count SELECT tenant, toDate(at), client, source, store, channel, partner, toStartOfFiveMinutes(at) AS slice, 'bench', 1, 2 * count()
FROM (SELECT *, finished_at AS at FROM run WHERE tenant = '${TENANT}') GROUP BY ALL`;
const FILL_DAYS = `
INSERT INTO feed_day (tenant, client, source, store, channel, partner, day) SELECT DISTINCT tenant, client, source, store, channel, partner, day FROM feed_count`;

/** measureAnomalies prints what the scoring of 300 stores costs: six weeks of history, as after a restart, and the five minutes that are scored in each turn. */
export async function measureAnomalies(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-bench-"));
  const clickhouse = openEmbeddedClickHouse(join(directory, "clickhouse"));
  const postgres = await openEmbeddedPostgres(undefined);
  let now = new Date();
  await migrateClickHouse(clickhouse, { now });
  await migratePostgres(postgres);
  await ensureTenant(postgres, { id: TENANT, title: "Bench", isDemo: false, now });
  await fill(clickhouse, now);
  const open = (holder: string) =>
    new AnomalyScoring({ clickhouse, postgres, now: () => now, logger: pino({ level: "info" }), holder });
  const first = open("first");
  await report("anomalies: first scoring of six weeks of 300 stores", () => first.run());
  const turns: number[] = [];
  const used = process.cpuUsage();
  for (let turn = 0; turn < TURNS; turn += 1) {
    now = new Date(now.getTime() + SLOT_MS);
    const started = performance.now();
    await first.run();
    turns.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(used);
  console.log(
    `anomalies: a turn of five minutes: ${renderSpread(turns)}, ${Math.round((user + system) / 1_000 / TURNS)} ms of processor time`,
  );
  await first.close();
  now = new Date(now.getTime() + SLOT_MS);
  await report("anomalies: first turn after a restart", () => open("second").run());
  await clickhouse.close();
  await postgres.close();
  rmSync(directory, { recursive: true, force: true });
}

async function fill(clickhouse: ClickHouse, now: Date): Promise<void> {
  const at = `toDateTime64('${now.toISOString().slice(0, 19).replace("T", " ")}', 3, 'UTC')`;
  for (const sql of [FILL_RUNS.replace("NOW", at), FILL_COUNTS, FILL_DAYS]) await clickhouse.command(sql);
}

async function report(title: string, work: () => Promise<void>): Promise<void> {
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  const used = process.cpuUsage();
  const started = performance.now();
  await work();
  const { user, system } = process.cpuUsage(used);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  delays.disable();
  const [p99, most] = [delays.percentile(99), delays.max].map((ns) => Math.round(ns / 1e6));
  const mebibytes = Math.round(process.memoryUsage().heapUsed / 1_048_576);
  console.log(
    `${title}: ${seconds} s, ${((user + system) / 1e6).toFixed(1)} s of processor time, heap ${mebibytes} MiB, other work waited p99 ${p99} ms, at most ${most} ms`,
  );
}
