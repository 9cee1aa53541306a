import { choosePlace } from "../../events/choose-place.js";
import type { ReceivedEvent } from "../../events/received-event.js";
import { rankReceipt } from "./rank-receipt.js";
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
  "store",
  "channel",
  "partner",
  "backfill",
];

/** writeEventRow writes an event as received. */
export function writeEventRow(rows: RowWriter, received: ReceivedEvent): void {
  const { event, text } = received;
  const { store, channel, partner } = choosePlace(event);
  rows.text(received.tenant).text(event.client).text(event.source).text(event.id).text(event.kind);
  rows.instant(received.timeMs).instant(received.receivedAtMs);
  rows.textBytes(text.bytes, text.start, text.end, text.isPlain).whole(rankReceipt(received));
  rows
    .text(store)
    .text(channel)
    .text(partner)
    .whole(received.isBackfill ? 1 : 0)
    .endRow();
}
