import type { EventDocument } from "../events/event-document.js";
import { buildReceivedEvent } from "../events/build-received-event.js";
import type { ReceivedEvent } from "../events/received-event.js";
import type { RejectedEvent } from "../write/rows/rejected-row.js";

/** SpooledRequest is what one request leaves in the spool: its accepted events and its refused ones. */
export interface SpooledRequest {
  readonly accepted: readonly ReceivedEvent[];
  readonly rejected: readonly RejectedEvent[];
}

interface Head {
  readonly tenant: string;
  readonly receivedAtMs: number;
  readonly rejected: readonly RejectedEvent[];
}

/** encodeSpooledRequest writes a head line and one line a payload. JSON text has no raw line breaks. */
export function encodeSpooledRequest(tenant: string, receivedAtMs: number, request: SpooledRequest): Buffer {
  const head: Head = { tenant, receivedAtMs, rejected: request.rejected };
  let text = JSON.stringify(head);
  for (const received of request.accepted) text += `\n${received.payload}`;
  return Buffer.from(text);
}

/** decodeSpooledRequest reads what `encodeSpooledRequest` wrote; it was checked before it was spooled. */
export function decodeSpooledRequest(body: Buffer): SpooledRequest {
  const [first = "{}", ...payloads] = body.toString().split("\n");
  const head = JSON.parse(first) as Head;
  const accepted = payloads.map((payload) =>
    buildReceivedEvent({
      tenant: head.tenant,
      receivedAtMs: head.receivedAtMs,
      event: JSON.parse(payload) as EventDocument,
      payload,
    }),
  );
  return { accepted, rejected: head.rejected };
}
