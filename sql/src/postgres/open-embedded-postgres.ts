import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { openMemoryPglite } from "./open-memory-pglite.js";
import type { Postgres } from "./postgres.js";
import * as schema from "./schema/index.js";

/** openEmbeddedPostgres opens PGlite on a directory of this process, or in memory when `directory` is undefined. */
export async function openEmbeddedPostgres(directory: string | undefined): Promise<Postgres> {
  if (directory !== undefined) mkdirSync(dirname(directory), { recursive: true });
  const pglite = directory === undefined ? await openMemoryPglite() : await PGlite.create(directory);
  const db = drizzle(pglite, { schema });
  return {
    form: "embedded",
    db,
    async notify(channel, payload) {
      await pglite.query("SELECT pg_notify($1, $2)", [channel, payload]);
    },
    listen: (channel, callback) => pglite.listen(channel, callback),
    close: () => pglite.close(),
  };
}
