import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { createClient, type ClickHouseClient } from "@clickhouse/client";
import { buildSettings } from "./build-settings.js";
import { ClickHouseFailure } from "./clickhouse-failure.js";
import { DataDirectoryTaken } from "./data-directory-taken.js";
import { loadChdb } from "./load-chdb.js";
import { renderLiterals } from "./render-literals.js";
import type { ClickHouse, ClickHouseInsert, ClickHouseQuery } from "./clickhouse.js";

/** Readers side by side: one embedded connection answers one query at a time (8 equal queries took 6.2 s on one, 3.1 s on two). */
const READER_COUNT = 4;
/** Inserts have connections of their own; two keep both cores of a small machine busy (parsing text is single-threaded). */
const WRITER_COUNT = 2;
/** Commands take seconds now and then (rollups, mutations): they may not hold up what was received. */
const COMMAND_COUNT = 1;

/** Below the engine's limit for the text of a statement, 256 KiB. */
const MAX_RENDERED_LENGTH = 200_000;

type ClientConnection = NonNullable<NonNullable<Parameters<typeof createClient>[0]>["connection"]>;

type Connection = ReturnType<typeof openConnection>;

interface Lane {
  connection: Connection;
}

/** Lanes are connections to the engine; what finds none free waits for the next one that is. */
interface Lanes {
  readonly all: readonly Lane[];
  readonly free: Lane[];
  readonly waiting: ((lane: Lane) => void)[];
  isClosed: boolean;
}

/**
 * openEmbeddedClickHouse opens chDB on a directory of this process.
 * Throws `DataDirectoryTaken` when another process holds the directory.
 */
export function openEmbeddedClickHouse(directory: string): ClickHouse {
  const path = resolve(directory);
  mkdirSync(path, { recursive: true });
  const readers = openLanes(path, READER_COUNT);
  const writers = openLanes(path, WRITER_COUNT);
  const commands = openLanes(path, COMMAND_COUNT);
  const run = <T>(lanes: Lanes, name: string, work: (connection: Connection) => Promise<T>) =>
    runOnFreeLane(lanes, name, (lane) => runOnCleanConnection(lane, path, work));
  return {
    form: "embedded",
    query: <Row>(query: ClickHouseQuery) => run(readers, query.name, ({ client }) => ask<Row>(client, query)),
    insert: (insert) => run(writers, `insert.${insert.table}`, ({ raw }) => write(raw, insert)),
    command: (sql) =>
      run(commands, "command", async ({ client }) => {
        await client.command({ query: sql });
      }),
    async close(): Promise<void> {
      for (const lanes of [readers, writers, commands]) await closeAll(lanes);
      await loadChdb().drainPending();
    },
  };
}

async function ask<Row>(client: ClickHouseClient, query: ClickHouseQuery): Promise<Row[]> {
  // TRICKY: the embedded engine runs statements with bound parameters one at a time in the whole process, others side by side.
  const params = query.params ?? {};
  const rendered = renderLiterals(query.sql, params, MAX_RENDERED_LENGTH);
  const answer = await client.query({
    query: `${rendered ?? query.sql}\nSETTINGS ${buildSettings(query)}`,
    format: "JSONEachRow",
    ...(rendered === undefined ? { query_params: params } : {}),
  });
  return answer.json<Row>();
}

async function write(raw: Connection["raw"], insert: ClickHouseInsert): Promise<void> {
  await raw.rawInsert({
    table: insert.table,
    columns: [...insert.columns],
    values: insert.body,
    format: "TabSeparated",
    // Imports reach back years: one block may touch more monthly partitions than the default of 100.
    settings: { max_partitions_per_insert_block: 0 },
  });
}

function openLanes(path: string, length: number): Lanes {
  const all = Array.from({ length }, () => ({ connection: openConnection(path) }));
  return { all, free: [...all], waiting: [], isClosed: false };
}

function openConnection(path: string) {
  try {
    const connection = loadChdb().createChdbConnection({ path });
    // NOTE: chdb types its connection by a second copy of the client's types (client-common); the contract is the same one.
    const client = createClient({ connection: connection as unknown as ClientConnection });
    return { client, raw: connection.chdb };
  } catch (cause) {
    throw new DataDirectoryTaken(path, cause);
  }
}

/**
 * TRICKY: the engine keeps the rows that a failed statement had produced already and puts them before the answer of the next
 * statement on the same connection (chDB 26.7: 588,682 rows of a cut-off question came out of the next `SELECT 1`). They may be
 * another tenant's. So a connection that saw a failure is never asked again; a new one takes 1 ms.
 */
async function runOnCleanConnection<T>(
  lane: Lane,
  path: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const { connection } = lane;
  try {
    return await work(connection);
  } catch (cause) {
    lane.connection = openConnection(path);
    await connection.client.close();
    throw cause;
  }
}

async function runOnFreeLane<T>(lanes: Lanes, name: string, work: (lane: Lane) => Promise<T>): Promise<T> {
  try {
    const lane = await takeLane(lanes);
    return await work(lane).finally(() => giveBack(lanes, lane));
  } catch (cause) {
    throw new ClickHouseFailure(name, cause);
  }
}

function giveBack({ free, waiting }: Lanes, lane: Lane): void {
  const next = waiting.shift();
  if (next === undefined) free.push(lane);
  else next(lane);
}

async function takeLane({ free, waiting, isClosed }: Lanes): Promise<Lane> {
  if (isClosed) throw new Error("the connection to the engine is closed");
  const lane = free.pop();
  return lane ?? new Promise((resolveLane) => waiting.push(resolveLane));
}

/** closeAll closes connections once whoever asked before is answered. */
async function closeAll(lanes: Lanes): Promise<void> {
  const taken = lanes.all.map(() => takeLane(lanes));
  lanes.isClosed = true;
  for (const lane of await Promise.all(taken)) await lane.connection.client.close();
}
