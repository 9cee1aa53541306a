import type { EventBatch } from "../events/event-batch.js";
import type { IngestKey } from "../events/ingest-key.js";
import type { Refusal } from "../events/refusal.js";
import type { EventTally } from "../health/event-tally.js";

/** IntakeBatch is one request's events, parsed but not checked, and who sends them. */
export interface IntakeBatch {
  readonly key: IngestKey;
  /** At most 10,000. */
  readonly events: EventBatch;
  /** Counts the verdicts for whoever gives it; they hold once `accept` has resolved. */
  readonly tally?: EventTally;
}

/** Rejection is the verdict on one refused event; `index` is its place in the request. */
export interface Rejection extends Refusal {
  readonly index: number;
  readonly id: string;
}

/** IntakeAnswer is what a sender is told. `duplicates` is a lower bound: stored numbers are exact. */
export interface IntakeAnswer {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: readonly Rejection[];
}

/** Intake is the one door into storage; HTTP, file import and the simulated network all use it. */
export interface Intake {
  /** accept resolves when the accepted events are durable. Rejects with `SpoolFull`, and then nothing is stored. */
  accept(batch: IntakeBatch): Promise<IntakeAnswer>;
  /** settled resolves when everything accepted so far is stored and visible. */
  settled(): Promise<void>;
}
