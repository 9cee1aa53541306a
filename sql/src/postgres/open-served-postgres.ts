import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Postgres } from "./postgres.js";
import * as schema from "./schema/index.js";

const RECONNECT_AFTER_MS = 1_000;
/** Without it a server that does not even refuse is waited for as long as the system's network stack does: minutes. */
const CONNECT_WITHIN_MS = 10_000;

/** openServedPostgres opens a pool on PostgreSQL >= 15. Listening connections reconnect by themselves. */
export async function openServedPostgres(url: string): Promise<Postgres> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  pool.on("error", () => undefined); // an idle connection that broke is replaced at the next use
  const db = drizzle(pool, { schema });
  return {
    form: "served",
    db,
    async notify(channel, payload) {
      await pool.query("SELECT pg_notify($1, $2)", [channel, payload]);
    },
    listen: (channel, callback) => listenWithReconnect(url, channel, callback),
    close: () => pool.end(),
  };
}

async function listenWithReconnect(url: string, channel: string, callback: (payload: string) => void) {
  let isClosed = false;
  let client: pg.Client | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url });
    next.on("notification", (message) => callback(message.payload ?? ""));
    next.on("error", () => undefined);
    next.on("end", () => {
      if (!isClosed) setTimeout(() => void connect().catch(() => undefined), RECONNECT_AFTER_MS).unref();
    });
    await next.connect();
    await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    client = next;
  }

  await connect();
  return async () => {
    isClosed = true;
    await client?.end();
  };
}
