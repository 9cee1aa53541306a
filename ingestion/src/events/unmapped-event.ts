import type { Refusal } from "./refusal.js";

/** UnmappedEvent stands among the values of a batch for something that could not be made an event; `original` is kept as what was sent. */
export class UnmappedEvent {
  constructor(
    readonly refusal: Refusal,
    private readonly original: unknown,
  ) {}

  toJSON(): unknown {
    return this.original;
  }
}
