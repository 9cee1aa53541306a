import { crc32 } from "node:zlib";
import type { EventDocument } from "./event-document.js";
import { readInstant } from "./read-instant.js";
import type { ReceivedEvent } from "./received-event.js";

/** buildReceivedEvent completes a checked event with what storage needs. `payload` is its JSON text. */
export function buildReceivedEvent(options: {
  tenant: string;
  event: EventDocument;
  payload: string;
  receivedAtMs: number;
}): ReceivedEvent {
  return {
    ...options,
    timeMs: readInstant(options.event.time) ?? 0,
    contentHash: crc32(options.payload) * 1_048_576 + (options.payload.length % 1_048_576),
  };
}
