import type { ReceivedEvent } from "../../events/received-event.js";
import { readInstant } from "../../events/read-instant.js";
import { buildAttributes } from "../../resolve/build-attributes.js";
import { tsvEventTime, tsvMap, tsvNumber, tsvText } from "./tsv.js";

/** STEP_COLUMNS are the columns of `encodeStepRow`. */
export const STEP_COLUMNS = [
  "tenant",
  "client",
  "workflow",
  "run",
  "source",
  "id",
  "step",
  "started_at",
  "finished_at",
  "outcome",
  "attempt",
  "from_system",
  "to_system",
  "error_class",
  "error_code",
  "error_message",
  "sequence",
  "store",
  "channel",
  "partner",
  "attributes",
  "content_hash",
];

/** encodeStepRow writes a `step.finished`. */
export function encodeStepRow(received: ReceivedEvent): string {
  const { event } = received;
  const error = event.error ?? {};
  return (
    `${tsvText(received.tenant)}\t${tsvText(event.client)}\t${tsvText(event.workflow)}\t${tsvText(event.run)}\t${tsvText(event.source)}\t` +
    `${tsvText(event.id)}\t${tsvText(event.step)}\t${tsvStart(event.startedAt)}\t${tsvEventTime(event.time, received.timeMs)}\t` +
    `${event.outcome ?? ""}\t${event.attempt ?? 1}\t${tsvText(event.from)}\t${tsvText(event.to)}\t${tsvText(error.class)}\t` +
    `${tsvText(error.code)}\t${tsvText(error.message)}\t${tsvNumber(event.sequence)}\t${tsvText(event.store)}\t` +
    `${tsvText(event.channel)}\t${tsvText(event.partner)}\t${tsvMap(buildAttributes(event))}\t${received.contentHash}\n`
  );
}

function tsvStart(text = ""): string {
  return tsvEventTime(text, readInstant(text) ?? 0);
}
