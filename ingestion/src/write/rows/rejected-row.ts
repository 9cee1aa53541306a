import type { Refusal } from "../../events/refusal.js";
import { tsvInstant, tsvText } from "./tsv.js";

/** RejectedEvent is a refused event, kept so that it can be looked at and replayed. */
export interface RejectedEvent {
  readonly tenant: string;
  readonly receivedAtMs: number;
  /** The request it came with, and its position there. */
  readonly request: string;
  readonly position: number;
  readonly source: string;
  readonly id: string;
  readonly refusal: Refusal;
  readonly payload: string;
}

/** REJECTED_COLUMNS are the columns of `encodeRejectedRow`. */
export const REJECTED_COLUMNS = [
  "tenant",
  "received_at",
  "request",
  "position",
  "source",
  "id",
  "reason",
  "field",
  "detail",
  "payload",
];

/** encodeRejectedRow writes a refused event with its reason. */
export function encodeRejectedRow(rejected: RejectedEvent): string {
  const { reason, field, detail } = rejected.refusal;
  return `${tsvText(rejected.tenant)}\t${tsvInstant(rejected.receivedAtMs)}\t${rejected.request}\t${rejected.position}\t${tsvText(rejected.source)}\t${tsvText(rejected.id)}\t${reason}\t${tsvText(field)}\t${tsvText(detail)}\t${tsvText(rejected.payload)}\n`;
}
