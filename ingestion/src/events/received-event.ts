import type { EventDocument } from "./event-document.js";

/**
 * ReceivedEvent is an accepted event on its way to storage. `payload` is its JSON text as stored; `contentHash` orders two
 * contents that were sent under one identity, so that the same one wins whatever came first.
 */
export interface ReceivedEvent {
  readonly tenant: string;
  readonly event: EventDocument;
  readonly timeMs: number;
  readonly receivedAtMs: number;
  readonly payload: string;
  readonly contentHash: number;
}
