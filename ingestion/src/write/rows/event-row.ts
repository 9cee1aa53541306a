import type { ReceivedEvent } from "../../events/received-event.js";
import { tsvEventTime, tsvInstant, tsvText } from "./tsv.js";

/** EVENT_COLUMNS are the columns of `encodeEventRow`. */
export const EVENT_COLUMNS = [
  "tenant",
  "client",
  "source",
  "id",
  "kind",
  "time",
  "received_at",
  "payload",
  "content_hash",
];

/** encodeEventRow writes an event as received. */
export function encodeEventRow(received: ReceivedEvent): string {
  const { event } = received;
  return `${tsvText(received.tenant)}\t${tsvText(event.client)}\t${tsvText(event.source)}\t${tsvText(event.id)}\t${event.kind}\t${tsvEventTime(event.time, received.timeMs)}\t${tsvInstant(received.receivedAtMs)}\t${tsvText(received.payload)}\t${received.contentHash}\n`;
}
