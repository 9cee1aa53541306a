import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { migrateClickHouse, openClickHouse } from "@watchfloor/sql";
import { buildEventBatch } from "../events/build-event-batch.js";
import { EventTexts } from "../events/event-texts.js";
import { buildReceivedEvent } from "../events/build-received-event.js";
import type { EventDocument } from "../events/event-document.js";
import { SubjectStore } from "../resolve/subject-store.js";
import { seededRandom } from "./seeded-random.js";
import { StorageBatch } from "../write/storage-batch.js";
import { StorageWriter } from "../write/storage-writer.js";

const PROCESS = fileURLToPath(new URL("../../dist/testing/run-ingestion-process.js", import.meta.url));
const KEY = "wfi_crash_proof_0123456789";
const BATCH = 120;
const SENDERS = 4;

/** CrashFinding is what was sent, and what both databases hold in the end. */
export interface CrashFinding {
  readonly kills: number;
  readonly acknowledged: number;
  readonly storedEvents: number;
  readonly storedEventIdentities: number;
  readonly rowsAfterCrashes: string;
  readonly rowsUninterrupted: string;
}

/**
 * proveCrashes sends events from several connections while the receiver is killed (SIGKILL) at `kills` random moments and
 * started again; unanswered requests are repeated, as senders do. Then it stores the same events without interruption.
 */
export async function proveCrashes(options: { kills: number; seed: number }): Promise<CrashFinding> {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-crash-"));
  try {
    const sent = await sendThroughCrashes(join(directory, "crashed"), options);
    const crashed = await readTables(join(directory, "crashed"));
    const whole = await storeUninterrupted(join(directory, "whole"), sent);
    return {
      kills: options.kills,
      acknowledged: sent.length,
      storedEvents: crashed.events,
      storedEventIdentities: crashed.identities,
      rowsAfterCrashes: crashed.rows,
      rowsUninterrupted: whole.rows,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function sendThroughCrashes(
  directory: string,
  options: { kills: number; seed: number },
): Promise<EventDocument[]> {
  const random = seededRandom(options.seed);
  const sent: EventDocument[] = [];
  let receiver = await startProcess(directory);
  let batches = 0;
  let isDone = false;
  const sender = async () => {
    while (!isDone) {
      const events = buildBatch(batches++);
      while (!(await post(receiver.port, events))) await pause(20);
      sent.push(...events);
    }
  };
  const senders = Array.from({ length: SENDERS }, sender);
  for (let kill = 0; kill < options.kills; kill += 1) {
    await pause(30 + random() * 500);
    receiver.process.kill("SIGKILL");
    await once(receiver.process, "exit");
    receiver = await startProcess(directory);
  }
  isDone = true;
  await Promise.all(senders);
  while ((await countWaiting(receiver.port)) > 0) await pause(100);
  receiver.process.kill("SIGTERM");
  await once(receiver.process, "exit");
  return sent;
}

async function startProcess(directory: string): Promise<{ process: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [PROCESS, directory, KEY], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, UV_THREADPOOL_SIZE: "16" },
  });
  const lines = createInterface(child.stdout);
  const [line] = (await Promise.race([
    once(lines, "line"),
    once(child, "exit").then(() => Promise.reject(new Error("the receiver did not start"))),
  ])) as [string];
  return { process: child, port: Number(line) };
}

async function post(port: number, events: readonly EventDocument[]): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/events`, {
      method: "POST",
      body: JSON.stringify(events),
      headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** countWaiting reads how many acknowledged requests are only in the spool. */
async function countWaiting(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^watchfloor_ingest_waiting_requests (\d+)/m.exec(text)?.[1] ?? Number.NaN);
}

/** buildBatch makes runs whose ends come first, whose starts come batches later, and changes that supersede one another. */
function buildBatch(batch: number): EventDocument[] {
  const origin = Date.now() - 86_400_000;
  return Array.from({ length: BATCH }, (_, index) => {
    const number = batch * BATCH + index;
    const run = Math.floor(number / 2) % 5_000;
    const at = new Date(origin + number * 50).toISOString();
    const common = { id: `e-${number}`, time: at, source: "hub", client: `c${number % 3}`, workflow: "w" };
    if (number % 60 === 0)
      return {
        ...common,
        workflow: "price-sync",
        kind: "change.published",
        change: `ch-${number}`,
        entity: { type: "price", id: `p${number % 7}`, version: number },
        targets: [{ store: "0001" }, { store: "0002" }],
        dueAt: at,
      };
    if (number % 2 === 0)
      return { ...common, kind: "run.finished", run: `r-${run}`, outcome: number % 9 === 0 ? "failed" : "succeeded" };
    return {
      ...common,
      kind: "run.started",
      run: `r-${run}`,
      store: String(number % 30),
      money: { amount: number % 97, currency: "EUR" },
    };
  });
}

async function storeUninterrupted(directory: string, events: readonly EventDocument[]) {
  const clickhouse = openClickHouse({ dataDirectory: directory });
  await migrateClickHouse(clickhouse, { now: new Date() });
  const writer = new StorageWriter(clickhouse, new SubjectStore(clickhouse, undefined), () => new Date());
  for (let from = 0; from < events.length; from += 20_000) {
    const batch = new StorageBatch();
    const some = events.slice(from, from + 20_000);
    const { bytes, ranges } = buildEventBatch(some);
    const texts = new EventTexts(bytes);
    some.forEach((event, index) => {
      const text = texts.read(ranges[index * 2] ?? 0, ranges[index * 2 + 1] ?? 0);
      batch.add(buildReceivedEvent({ tenant: "acme", event, text, receivedAtMs: 0 }));
    });
    await writer.store(batch);
  }
  await clickhouse.close();
  return readTables(directory);
}

async function readTables(directory: string): Promise<{ events: number; identities: number; rows: string }> {
  const clickhouse = openClickHouse({ dataDirectory: directory });
  const [counts] = await clickhouse.query<{ events: number; identities: number }>({
    name: "prove.events",
    sql: "SELECT count() AS events, uniqExact(client, source, id) AS identities FROM event FINAL",
  });
  const rows = await clickhouse.query({
    name: "prove.runs",
    sql: "SELECT * EXCEPT (version) FROM run FINAL ORDER BY client, workflow, run",
  });
  await clickhouse.close();
  return {
    events: counts?.events ?? 0,
    identities: counts?.identities ?? 0,
    rows: rows.map((row) => JSON.stringify(row)).join("\n"),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
