import type { ReceivedEvent } from "../../events/received-event.js";
import type { RowWriter } from "./row-writer.js";

/** EVENT_COLUMNS are the columns of `writeEventRow`. */
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

/** writeEventRow writes an event as received. */
export function writeEventRow(rows: RowWriter, received: ReceivedEvent): void {
  const { event, text } = received;
  rows.text(received.tenant).text(event.client).text(event.source).text(event.id).text(event.kind);
  rows.instant(received.timeMs).instant(received.receivedAtMs);
  rows.textBytes(text.bytes, text.start, text.end, text.isPlain).whole(text.hash).endRow();
}
