import type { ReceivedEvent } from "../../events/received-event.js";
import { tsvInstant, tsvText } from "./tsv.js";

/** EVENT_COLUMNS are the columns of `encodeEventRow`. */
export const EVENT_COLUMNS = [
  "tenant",
  "client",
  "source",
  "id",
  "kind",
  "time",
  "received_at",
  "store",
  "channel",
  "partner",
  "workflow",
  "run",
  "payload",
  "content_hash",
];

/** encodeEventRow writes an event as received. */
export function encodeEventRow(received: ReceivedEvent): string {
  const { event } = received;
  return `${tsvText(received.tenant)}\t${tsvText(event.client)}\t${tsvText(event.source)}\t${tsvText(event.id)}\t${event.kind}\t${tsvInstant(received.timeMs)}\t${tsvInstant(received.receivedAtMs)}\t${tsvText(event.store ?? event.target?.store)}\t${tsvText(event.channel ?? event.target?.channel)}\t${tsvText(event.partner ?? event.target?.partner)}\t${tsvText(event.workflow)}\t${tsvText(event.run)}\t${tsvText(received.payload)}\t${received.contentHash}\n`;
}
