import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { openMemoryPglite, type MemoryPglite } from "./open-memory-pglite.js";
import type { Postgres } from "./postgres.js";
import * as schema from "./schema/index.js";

/**
 * openEmbeddedPostgres opens PGlite on a directory of this process, or in memory when `directory` is undefined: there the tables may be made
 * already, unless it `mustBeEmpty`.
 */
export async function openEmbeddedPostgres(directory: string | undefined, mustBeEmpty = false): Promise<Postgres> {
  const { pglite, keepMigrated } = await (directory === undefined
    ? openMemoryPglite(mustBeEmpty)
    : openDirectory(directory));
  const db = drizzle(pglite, { schema });
  return {
    form: "embedded",
    db,
    ...(keepMigrated === undefined ? {} : { keepMigrated }),
    async notify(channel, payload) {
      await pglite.query("SELECT pg_notify($1, $2)", [channel, payload]);
    },
    listen: (channel, callback) => pglite.listen(channel, callback),
    close: () => pglite.close(),
  };
}

async function openDirectory(directory: string): Promise<MemoryPglite> {
  mkdirSync(dirname(directory), { recursive: true });
  return { pglite: await PGlite.create(directory) };
}
