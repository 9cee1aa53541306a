import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadClickHouseMigrations } from "../../migrate/load-clickhouse-migrations.js";
import { migrateClickHouse } from "../../migrate/migrate-clickhouse.js";
import type { ClickHouse } from "../clickhouse.js";
import { openEmbeddedClickHouse } from "../open-embedded-clickhouse.js";

/** Beside the sources and the compiled files alike: the same folder of the project. */
const CACHE = fileURLToPath(new URL("../../../../.cache/", import.meta.url));

/**
 * openMigratedClickHouse opens chDB on an empty directory with every table made, for tests and measurements. Making them takes 0.7 s of
 * processor time, copying them a tenth: those of one version of the migrations are kept in the project's cache.
 */
export async function openMigratedClickHouse(directory: string, now: Date): Promise<ClickHouse> {
  const kept = join(CACHE, `clickhouse-migrated-${hashMigrations()}`);
  if (!existsSync(kept)) await keepMigrated(kept, directory, now);
  cpSync(kept, directory, { recursive: true });
  const clickhouse = openEmbeddedClickHouse(directory);
  await migrateClickHouse(clickhouse, { now });
  return clickhouse;
}

/** Several processes may keep theirs at once: each copies to a folder of its own, the first name stays. */
async function keepMigrated(kept: string, directory: string, now: Date): Promise<void> {
  const clickhouse = openEmbeddedClickHouse(directory);
  await migrateClickHouse(clickhouse, { now });
  await clickhouse.close();
  const draft = `${kept}.${process.pid}`;
  mkdirSync(dirname(draft), { recursive: true });
  cpSync(directory, draft, { recursive: true });
  rmSync(directory, { recursive: true });
  try {
    renameSync(draft, kept);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}

function hashMigrations(): string {
  const hash = createHash("sha256");
  for (const { name, checksum } of loadClickHouseMigrations()) hash.update(`${name} ${checksum}\n`);
  return hash.digest("hex").slice(0, 16);
}
