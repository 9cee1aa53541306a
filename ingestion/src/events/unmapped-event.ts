import type { Refusal } from "./refusal.js";

/** Kept of a refused event, so that one refused giant cannot fill the spool. */
const KEPT_BYTES = 64 * 1024;

/**
 * UnmappedEvent stands among the values of a batch for something that could not be made an event; `original` is kept as what was
 * sent, of its text at most `keptBytes`.
 */
export class UnmappedEvent {
  constructor(
    readonly refusal: Refusal,
    private readonly original: unknown,
    readonly keptBytes = KEPT_BYTES,
  ) {}

  toJSON(): unknown {
    return this.original;
  }
}
