import { setTimeout as wait } from "node:timers/promises";
import { buildEventBatch } from "../../events/build-event-batch.js";
import type { EventDocument } from "../../events/event-document.js";
import type { IngestKey } from "../../events/ingest-key.js";
import type { Intake } from "../../pipeline/intake.js";
import { SpoolFull } from "../../spool/spool-full.js";

/** Sender is where simulated events go: the intake in this process, or one over HTTP. */
export interface Sender {
  /** send resolves when the events are durable, however long that takes; it rejects once `signal` is aborted. */
  send(events: readonly EventDocument[], signal: AbortSignal): Promise<void>;
  /** settled resolves when everything sent is stored. */
  settled(): Promise<void>;
}

/** buildIntakeSender sends through the pipeline of this process and waits while its spool is full. */
export function buildIntakeSender(intake: Intake, key: IngestKey): Sender {
  return {
    async send(values, signal) {
      const events = buildEventBatch(values);
      for (;;) {
        try {
          const { rejected } = await intake.accept({ key, events });
          const first = rejected[0];
          if (first !== undefined)
            throw new Error(
              `a simulated event was refused: ${first.reason} ${first.field} ${first.detail} (${first.id})`,
            );
          return;
        } catch (error) {
          if (!(error instanceof SpoolFull)) throw error;
          await wait(error.retryAfterSeconds * 1_000, undefined, { signal });
        }
      }
    },
    settled: () => intake.settled(),
  };
}
