import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import { isBefore, type SpoolPosition } from "./spool-position.js";

/**
 * Checkpoint says how far a spool is stored: everything before `committed` is. The batch that is being stored ends at `planned`, which is
 * written down before the batch is stored, so that after a crash the same events are stored as the same batch. `writer` names the
 * spool; a spool that has lost its checkpoint is another one, because it may use the same positions again.
 */
export interface Checkpoint {
  readonly committed: SpoolPosition;
  readonly planned: SpoolPosition;
  readonly writer: string;
}

/** CheckpointFile keeps the checkpoint of a spool directory. */
export class CheckpointFile {
  constructor(private readonly directory: string) {}

  /** read returns the last checkpoint; a missing or unreadable file means the beginning of a new spool. */
  read(): Checkpoint {
    const beginning = { segment: 0, offset: 0 };
    const found = this.#parse();
    const committed = readPosition(found) ?? beginning;
    const planned = readPosition(found["planned"]) ?? committed;
    const writer = found["writer"];
    return {
      committed,
      planned: isBefore(planned, committed) ? committed : planned,
      writer: typeof writer === "string" && writer !== "" ? writer : randomUUID(),
    };
  }

  /** write replaces the checkpoint; it is durable when the promise resolves. One at a time. */
  async write({ committed, planned, writer }: Checkpoint): Promise<void> {
    const temporary = join(this.directory, "checkpoint.json.new");
    const file = await open(temporary, "w");
    try {
      // The first release kept the position alone, and would still find it.
      await file.write(JSON.stringify({ ...committed, planned, writer }));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(this.directory, "checkpoint.json"));
    const directory = await open(this.directory, "r");
    await directory.sync().finally(() => directory.close());
  }

  #parse(): Readonly<Record<string, unknown>> {
    try {
      const found: unknown = JSON.parse(readFileSync(join(this.directory, "checkpoint.json"), "utf8"));
      if (typeof found === "object" && found !== null) return found as Record<string, unknown>;
    } catch {
      // NOTE: loading twice is harmless but for the count of what was received, and the file is replaced whole.
    }
    return {};
  }
}

function readPosition(value: unknown): SpoolPosition | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { segment, offset } = value as Partial<Record<"segment" | "offset", unknown>>;
  return typeof segment === "number" && typeof offset === "number" ? { segment, offset } : undefined;
}
