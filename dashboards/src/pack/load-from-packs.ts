import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DefinitionFault } from "../definition/definition-fault.js";

/** Packs that come with the product. */
const PACKS = fileURLToPath(new URL("../../packs", import.meta.url));

/**
 * loadFromPacks reads a file of every pack that has it, and puts together what is in them: packs of the product, then those below
 * `ownPacks`, which need not exist. A pack is a folder; adding one is adding its files. Throws `DefinitionFault` with file, line and
 * field, also for an id that two packs have.
 */
export async function loadFromPacks<Item extends { readonly id: string }>(
  name: string,
  { ownPacks, read }: { ownPacks?: string | undefined; read: (file: string) => Promise<readonly Item[]> },
): Promise<readonly Item[]> {
  const items = new Map<string, { readonly item: Item; readonly file: string }>();
  for (const file of [
    ...(await listFiles(PACKS, name)),
    ...(ownPacks === undefined ? [] : await listFiles(ownPacks, name)),
  ])
    for (const item of await read(file)) {
      const known = items.get(item.id);
      if (known !== undefined)
        throw new DefinitionFault(file, [{ line: 1, field: "id", detail: `"${item.id}" is in ${known.file}, too` }]);
      items.set(item.id, { item, file });
    }
  return [...items.values()].map(({ item }) => item);
}

async function listFiles(directory: string, name: string): Promise<string[]> {
  const packs = await listFolders(directory);
  const found = await Promise.all(
    packs.map(async (pack) =>
      (await readdir(join(directory, pack))).includes(name) ? [join(directory, pack, name)] : [],
    ),
  );
  return found.flat();
}

async function listFolders(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch (cause) {
    if (typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ENOENT") return [];
    throw cause;
  }
}
