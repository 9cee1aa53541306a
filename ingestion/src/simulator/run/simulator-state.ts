import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Segment } from "./segment.js";

const stateSchema = z.strictObject({
  seed: z.number(),
  startedMs: z.number(),
  liveMs: z.number(),
  pending: z.array(z.strictObject({ fromMs: z.number(), toMs: z.number(), detail: z.enum(["old", "recent", "live"]) })),
});

/** SimulatorState is how far the simulator came: everything up to `liveMs` but the pending segments is accepted. */
export interface SimulatorState {
  readonly seed: number;
  readonly startedMs: number;
  liveMs: number;
  pending: readonly Segment[];
}

/** StateFile keeps the state in the data directory. A lost last write only means that events are sent again. */
export class StateFile {
  readonly #path: string;
  #writing: Promise<void> = Promise.resolve();

  constructor(directory: string) {
    this.#path = join(directory, "simulator.json");
  }

  /** find gives the state of the last start; undefined when there is none or it is not readable. */
  async find(): Promise<SimulatorState | undefined> {
    const text = await readFile(this.#path, "utf8").catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      return stateSchema.parse(JSON.parse(text));
    } catch {
      return undefined;
    }
  }

  /** save replaces the file as a whole, so that a crash leaves the old or the new state. */
  save(state: SimulatorState): Promise<void> {
    const text = JSON.stringify(state);
    this.#writing = this.#writing.then(async () => {
      await writeFile(`${this.#path}.new`, text);
      await rename(`${this.#path}.new`, this.#path);
    });
    return this.#writing;
  }
}
