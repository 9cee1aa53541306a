import type { EventBatch } from "../../events/event-batch.js";
import { buildEventBatch } from "../../events/build-event-batch.js";
import { UnmappedEvent } from "../../events/unmapped-event.js";
import type { PayloadHeaders } from "../../mapping/payload/map-payload.js";
import type { PayloadVerdict } from "../../mapping/payload/payload-verdict.js";
import { MAX_BODY_BYTES } from "../decompress-body.js";
import { describeFaults } from "./describe-faults.js";

/** ReceivedPayload is a payload as it came, and through which source and mapping. */
export interface ReceivedPayload {
  readonly source: string;
  readonly mapping: string;
  /** What the sender calls this message. */
  readonly delivery: string;
  readonly headers: PayloadHeaders;
  readonly text: string;
}

/** Headers and names stand beside the payload. */
const KEPT_BYTES = MAX_BODY_BYTES + 256 * 1024;

/**
 * buildPayloadBatch makes a batch of the events of a payload. With faults, one more value stands for the payload itself: it is
 * kept whole, as it came, with source, mapping and headers, so that it can be mapped again; what was made already are repeats then.
 */
export function buildPayloadBatch(verdict: PayloadVerdict, received: ReceivedPayload): EventBatch {
  const { values, bytes, ranges } = buildEventBatch(verdict.events);
  if (verdict.faultCount === 0) return { values, bytes, ranges };
  const { source, mapping, delivery, headers, text } = received;
  const detail = describeFaults(verdict, mapping);
  const original = new UnmappedEvent(
    { reason: "mapping_failed", field: verdict.faults[0]?.field ?? "", detail },
    { source, id: delivery },
    KEPT_BYTES,
  );
  // The payload is copied, not written again: numbers keep the form their sender gave them.
  const head = JSON.stringify({ source, id: delivery, mapping, headers }).slice(0, -1);
  const kept = Buffer.from(`${head},"payload":${text}}`);
  return {
    values: [...values, original],
    bytes: Buffer.concat([bytes, kept]),
    ranges: [...ranges, bytes.length, bytes.length + kept.length],
  };
}
