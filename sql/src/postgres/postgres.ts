import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema/index.js";

/** PostgresDatabase is the typed Drizzle handle; the same queries run on PGlite and PostgreSQL. */
export type PostgresDatabase = PgDatabase<PgQueryResultHKT, typeof schema>;

/** Postgres is the one door to the transactional store, embedded (PGlite) or served. */
export interface Postgres {
  readonly form: "embedded" | "served";
  readonly db: PostgresDatabase;
  /** notify sends `payload` (at most 8,000 bytes) to every listener of `channel`, in any process on the same database. */
  notify(channel: string, payload: string): Promise<void>;
  /** listen calls back for each notification until the returned function is called. */
  listen(channel: string, callback: (payload: string) => void): Promise<() => Promise<void>>;
  /** keepMigrated keeps the tables just made in memory for the next one that is opened there; absent where there is nothing to keep. */
  readonly keepMigrated?: () => Promise<void>;
  close(): Promise<void>;
}
