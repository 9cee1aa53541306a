import { LRUCache } from "lru-cache";
import type { IngestKey } from "../events/ingest-key.js";

/** KeyUseParts: `record` writes a use down, `everyMs` is how often at most. */
export interface KeyUseParts {
  readonly record: (key: IngestKey, at: Date) => Promise<void>;
  readonly everyMs: number;
  readonly now: () => Date;
  readonly onFailure: (cause: unknown) => void;
}

/** KeyUses notes when keys were used last, without making a request wait for it. */
export class KeyUses {
  readonly #notedAtMs = new LRUCache<string, number>({ max: 10_000 });
  readonly #running = new Set<Promise<void>>();

  constructor(private readonly parts: KeyUseParts) {}

  /** note writes a use down unless that was done within `everyMs`. */
  note(key: IngestKey): void {
    const at = this.parts.now();
    if (at.getTime() - (this.#notedAtMs.get(key.id) ?? Number.NEGATIVE_INFINITY) < this.parts.everyMs) return;
    this.#notedAtMs.set(key.id, at.getTime());
    const running = this.parts
      .record(key, at)
      .catch((cause: unknown) => this.parts.onFailure(cause))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** settled resolves when nothing is being written. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }
}
