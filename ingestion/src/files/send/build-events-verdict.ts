import { buildEventBatch } from "../../events/build-event-batch.js";
import type { EventDocument } from "../../events/event-document.js";
import type { IngestKey } from "../../events/ingest-key.js";
import type { IntakeAnswer, Rejection } from "../../pipeline/intake.js";
import { buildSender, decideEvent } from "../../pipeline/pipeline.js";
import { RecentIdentities } from "../../pipeline/recent-identities.js";

/** EventsVerdict says what the receiver would say of events. */
export type EventsVerdict = (events: readonly EventDocument[]) => IntakeAnswer;

/**
 * buildEventsVerdict sends events through the pipeline of the receiver itself and stores nothing: a dry run counts and refuses as
 * the import would. Events of an earlier import cannot be seen here, repeats within the file can.
 */
export function buildEventsVerdict({ key, now }: { key: IngestKey; now: () => Date }): EventsVerdict {
  const recent = new RecentIdentities();
  return (events) => {
    const context = { key, nowMs: now().getTime(), recent };
    const rejected: Rejection[] = [];
    let accepted = 0;
    let duplicates = 0;
    for (const [index, value] of buildEventBatch(events).values.entries()) {
      const verdict = decideEvent(value, context);
      const event = events[index];
      if (verdict === "duplicate") duplicates += 1;
      else if (verdict !== undefined) rejected.push({ index, id: event?.id ?? "", ...verdict });
      else if (event !== undefined) {
        accepted += 1;
        recent.add(buildSender(key.tenant, event), event.id);
      }
    }
    return { accepted, duplicates, rejected };
  };
}
