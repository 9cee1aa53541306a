import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";

/** Beside the sources and the compiled files alike: the same folder of the project. */
const CACHE = new URL("../../../.cache/", import.meta.url);
const MIGRATIONS = fileURLToPath(new URL("../../postgres/migrations", import.meta.url));

/** MemoryPglite is a cluster in memory; `keepMigrated` is there while no migrated one is kept: call it once, before anything is stored. */
export interface MemoryPglite {
  readonly pglite: PGlite;
  readonly keepMigrated?: () => Promise<void>;
}

/**
 * openMemoryPglite opens PGlite in memory, for tests and measurements. Making a cluster takes 2 to 4 s of processor time and migrating it
 * another one, unpacking one half a second: the first migrated one of a version is kept in the project's cache, where it can be written, and
 * an empty one beside it, for whoever `mustBeEmpty`.
 */
export async function openMemoryPglite(mustBeEmpty = false): Promise<MemoryPglite> {
  const version = readVersion();
  const migrated = fileURLToPath(new URL(`pglite-migrated-${version}-${hashMigrations()}.tar`, CACHE));
  const kept = mustBeEmpty ? undefined : readKept(migrated);
  if (kept !== undefined) return { pglite: await PGlite.create({ loadDataDir: kept }) };
  const pglite = await openEmpty(fileURLToPath(new URL(`pglite-empty-${version}.tar`, CACHE)));
  return mustBeEmpty ? { pglite } : { pglite, keepMigrated: () => keep(migrated, pglite) };
}

async function openEmpty(file: string): Promise<PGlite> {
  const kept = readKept(file);
  if (kept !== undefined) return PGlite.create({ loadDataDir: kept });
  const pglite = await PGlite.create();
  await keep(file, pglite);
  return pglite;
}

function readVersion(): string {
  const require = createRequire(import.meta.url);
  const { version } = JSON.parse(
    readFileSync(require.resolve("@electric-sql/pglite").replace(/dist\/.*$/, "package.json"), "utf8"),
  ) as { version: string };
  return version;
}

function hashMigrations(): string {
  const hash = createHash("sha256").update(readFileSync(join(MIGRATIONS, "meta/_journal.json")));
  for (const file of readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith(".sql"))
    .sort())
    hash.update(file).update(readFileSync(join(MIGRATIONS, file)));
  return hash.digest("hex").slice(0, 16);
}

function readKept(file: string): Blob | undefined {
  try {
    return new Blob([readFileSync(file)]);
  } catch {
    return undefined;
  }
}

/** Several processes may keep theirs at once: each writes a file of its own, the last name wins. */
async function keep(file: string, pglite: PGlite): Promise<void> {
  try {
    const bytes = Buffer.from(await (await pglite.dumpDataDir("none")).arrayBuffer());
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, bytes);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Without a place to keep it the next one is made anew.
  }
}
