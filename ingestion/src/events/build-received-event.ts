import type { EventDocument } from "./event-document.js";
import type { EventText } from "./event-text.js";
import { dropNulls } from "./drop-nulls.js";
import type { ReceiptCount } from "./receipt-count.js";
import { readInstant } from "./read-instant.js";
import type { ReceivedEvent } from "./received-event.js";

/** buildReceivedEvent completes a checked event with what storage needs. */
export function buildReceivedEvent(options: {
  tenant: string;
  event: EventDocument;
  text: EventText;
  receivedAtMs: number;
  isBackfill?: boolean;
  counted?: ReceiptCount | undefined;
}): ReceivedEvent {
  const { tenant, event, text, receivedAtMs, isBackfill = false, counted } = options;
  dropNulls(event);
  return { tenant, event, text, receivedAtMs, isBackfill, timeMs: readInstant(event.time) ?? 0, counted };
}
