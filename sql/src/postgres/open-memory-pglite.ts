import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";

/** Beside the sources and the compiled files alike: the same folder of the project. */
const CACHE = new URL("../../../.cache/", import.meta.url);

/**
 * openMemoryPglite opens PGlite in memory, for tests and measurements. Making a cluster takes 2 to 4 s of processor time, unpacking an
 * empty one half a second: the first one of a version is kept in the project's cache, where it can be written.
 */
export async function openMemoryPglite(): Promise<PGlite> {
  const file = fileURLToPath(new URL(`pglite-empty-${readVersion()}.tar`, CACHE));
  const kept = readKept(file);
  if (kept !== undefined) return PGlite.create({ loadDataDir: kept });
  const pglite = await PGlite.create();
  keep(file, Buffer.from(await (await pglite.dumpDataDir("none")).arrayBuffer()));
  return pglite;
}

function readVersion(): string {
  const require = createRequire(import.meta.url);
  const { version } = JSON.parse(
    readFileSync(require.resolve("@electric-sql/pglite").replace(/dist\/.*$/, "package.json"), "utf8"),
  ) as { version: string };
  return version;
}

function readKept(file: string): Blob | undefined {
  try {
    return new Blob([readFileSync(file)]);
  } catch {
    return undefined;
  }
}

/** Several processes may keep theirs at once: each writes a file of its own, the last name wins. */
function keep(file: string, bytes: Buffer): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, bytes);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Without a place to keep it the next one is made anew.
  }
}
