import type { EventDocument } from "./event-document.js";
import type { IngestKey } from "./ingest-key.js";
import type { Refusal } from "./refusal.js";

/** checkPermission refuses clients and kinds that the key may not send. */
export function checkPermission(event: EventDocument, key: IngestKey): Refusal | undefined {
  if (key.clients !== null && !key.clients.includes(event.client))
    return {
      reason: "client_not_allowed",
      field: "client",
      detail: `this key may not send for client "${event.client}": use that client's key or extend this one`,
    };
  if (key.kinds !== null && !key.kinds.includes(event.kind))
    return {
      reason: "kind_not_allowed",
      field: "kind",
      detail: `this key may not send ${event.kind}: extend the key's kinds`,
    };
  return undefined;
}
