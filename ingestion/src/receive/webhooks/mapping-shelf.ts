import { stat } from "node:fs/promises";
import { join } from "node:path";
import { DefinitionFault, loadMapping, mappingFile, type Mapping } from "@watchfloor/dashboards";

/** A corrected mapping is used within this time. */
const LOOK_AGAIN_MS = 2_000;

interface Shelved {
  readonly file: string;
  readonly version: string;
  readonly mapping: Promise<Mapping>;
  lookedAtMs: number;
}

/**
 * MappingShelf keeps mappings by name, and reads one again after its file changed. An installation's own mappings, in `mappings`
 * of its data directory, come before those of the product.
 */
export class MappingShelf {
  readonly #shelved = new Map<string, Shelved>();

  constructor(
    private readonly dataDirectory: string,
    private readonly now: () => Date,
  ) {}

  /** get gives a mapping of payloads. Rejects with `DefinitionFault` when there is none of the name or it has a fault. */
  async get(name: string): Promise<Mapping> {
    const nowMs = this.now().getTime();
    const known = this.#shelved.get(name);
    if (known !== undefined && nowMs - known.lookedAtMs < LOOK_AGAIN_MS) return known.mapping;
    const { file, version } = await this.#find(name);
    if (known?.file === file && known.version === version) {
      known.lookedAtMs = nowMs;
      return known.mapping;
    }
    const mapping = loadPayloadMapping(file);
    this.#shelved.set(name, { file, version, mapping, lookedAtMs: nowMs });
    return mapping;
  }

  async #find(name: string): Promise<{ file: string; version: string }> {
    const own = join(this.dataDirectory, "mappings", `${name}.mapping.yaml`);
    for (const file of [own, mappingFile(name)]) {
      const found = await stat(file).catch(() => undefined);
      if (found !== undefined) return { file, version: `${found.mtimeMs} ${found.size}` };
    }
    throw new DefinitionFault(own, [{ line: 1, field: "", detail: "there is no mapping of this name" }]);
  }
}

async function loadPayloadMapping(file: string): Promise<Mapping> {
  const mapping = await loadMapping(file);
  if (mapping.format.kind === "payload") return mapping;
  const detail = "this mapping is for files: a webhook needs format: { kind: payload }";
  throw new DefinitionFault(file, [{ line: 1, field: "format", detail }]);
}
