import type { ReceivedEvent } from "../../events/received-event.js";

/** The lower bits of a content hash hold the length of the text, which its checksum nearly always tells apart already. */
const RANKS = 2 ** 20;
/** An event may be this far ahead of the receiver's clock. */
const MAX_AHEAD_SECONDS = 600;

/**
 * rankReceipt decides which of several rows of one event stays: that of the greater content hash, as everywhere, and of one content the
 * earliest receipt. Otherwise a day that is sent again would look like a day that came late.
 * NOTE: receipts within the same second, and those more than 12 days after the event, are not told apart.
 */
export function rankReceipt({
  text,
  timeMs,
  receivedAtMs,
}: Pick<ReceivedEvent, "text" | "timeMs" | "receivedAtMs">): number {
  const delay = Math.ceil((receivedAtMs - timeMs) / 1000) + MAX_AHEAD_SECONDS;
  return text.hash - (text.hash % RANKS) + RANKS - 1 - Math.min(Math.max(delay, 0), RANKS - 1);
}
