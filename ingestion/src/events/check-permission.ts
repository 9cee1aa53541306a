import type { EventDocument } from "./event-document.js";
import type { IngestKey } from "./ingest-key.js";
import type { Refusal } from "./refusal.js";

/**
 * checkPermission refuses clients, sources and kinds that the key may not send. The closed list has no reason of its own for
 * sources: who sends is client and source together, so it is `client_not_allowed` with the field `source`.
 */
export function checkPermission(event: EventDocument, key: IngestKey): Refusal | undefined {
  if (!allows(key.clients, event.client))
    return {
      reason: "client_not_allowed",
      field: "client",
      detail: `this key may not send for client "${event.client}": use that client's key or extend this one`,
    };
  if (!allows(key.sources, event.source))
    return {
      reason: "client_not_allowed",
      field: "source",
      detail: `this key may not send as source "${event.source}": use that source's key or extend this one`,
    };
  if (!allows(key.kinds, event.kind))
    return {
      reason: "kind_not_allowed",
      field: "kind",
      detail: `this key may not send ${event.kind}: extend the key's kinds`,
    };
  return undefined;
}

function allows(list: readonly string[] | null | undefined, word: string): boolean {
  return list == null || list.includes(word);
}
