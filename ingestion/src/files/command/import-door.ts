import { chmod, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createApiKey, findIngestKey, type Postgres } from "@watchfloor/sql";
import { z } from "zod";

const FILE = "import-door.json";
const doorSchema = z.object({ url: z.url(), key: z.string().min(1) });

/** ImportDoor is where an import on the same machine reaches the installation that holds the data directory. */
export type ImportDoor = z.infer<typeof doorSchema>;

/**
 * openImportDoor leaves, readable by the owner of the data directory only, the address of this installation and a key that
 * may send history: an import cannot open embedded engines that a running installation holds.
 */
export async function openImportDoor(options: {
  postgres: Postgres;
  tenant: string;
  dataDirectory: string;
  url: string;
  now: Date;
}): Promise<void> {
  const { postgres, tenant, dataDirectory, url, now } = options;
  const known = await findImportDoor(dataDirectory);
  const isUsable = known !== undefined && (await findIngestKey(postgres, known.key, now))?.tenant === tenant;
  const key = isUsable
    ? known.key
    : (
        await createApiKey(
          postgres,
          { kind: "ingest", tenant, title: "File import on this machine", isBackfill: true },
          now,
        )
      ).secret;
  const path = join(dataDirectory, FILE);
  await writeFile(`${path}.new`, JSON.stringify({ url, key }), { mode: 0o600 });
  await chmod(`${path}.new`, 0o600);
  await rename(`${path}.new`, path);
}

/** findImportDoor reads what `openImportDoor` left; undefined when no installation has used the directory. */
export async function findImportDoor(dataDirectory: string): Promise<ImportDoor | undefined> {
  const text = await readFile(join(dataDirectory, FILE), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return doorSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
