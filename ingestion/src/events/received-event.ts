import type { EventDocument } from "./event-document.js";
import type { ReceiptCount } from "./receipt-count.js";
import type { EventText } from "./event-text.js";

/** ReceivedEvent is an accepted event on its way to storage; `text` is its JSON as it came. */
export interface ReceivedEvent {
  readonly tenant: string;
  readonly event: EventDocument;
  readonly timeMs: number;
  readonly receivedAtMs: number;
  /** Sent as history on purpose: its delay says nothing about its source. */
  readonly isBackfill: boolean;
  /** How its receipt is counted; absent = with the request that brings it. */
  readonly counted?: ReceiptCount | undefined;
  readonly text: EventText;
}
