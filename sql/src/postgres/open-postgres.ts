import { join } from "node:path";
import { openEmbeddedPostgres } from "./open-embedded-postgres.js";
import { openServedPostgres } from "./open-served-postgres.js";
import type { Postgres } from "./postgres.js";

/** openPostgres is the factory: served when `url` is given, else embedded under `<dataDirectory>/postgres`. */
export function openPostgres(settings: { url?: string | undefined; dataDirectory: string }): Promise<Postgres> {
  return settings.url !== undefined
    ? openServedPostgres(settings.url)
    : openEmbeddedPostgres(join(settings.dataDirectory, "postgres"));
}
