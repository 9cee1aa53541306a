import type { Refusal } from "../../events/refusal.js";
import type { RowWriter } from "./row-writer.js";

/** RejectedEvent is a refused event, kept so that it can be looked at and replayed. */
export interface RejectedEvent {
  readonly tenant: string;
  readonly receivedAtMs: number;
  /** The request it came with, and its position there. */
  readonly request: string;
  readonly position: number;
  /** Id of the key it came with; absent in what earlier releases spooled. */
  readonly sentBy?: string;
  /** Of which feed, as far as that can be trusted; absent in what earlier releases spooled. */
  readonly client?: string;
  readonly source: string;
  readonly store?: string;
  readonly channel?: string;
  readonly partner?: string;
  /** Its own time where it is sane, else absent. */
  readonly timeMs?: number | undefined;
  readonly id: string;
  readonly refusal: Refusal;
  readonly payload: string;
  /** When all that was wanted of it was accepted by a replay; absent = it is refused. */
  readonly replayedAtMs?: number | undefined;
}

/** REJECTED_COLUMNS are the columns of `writeRejectedRow`. */
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
  "client",
  "store",
  "channel",
  "partner",
  "time",
  "sent_by",
  "replayed_at",
];

/** writeRejectedRow writes a refused event with its reason. */
export function writeRejectedRow(rows: RowWriter, rejected: RejectedEvent): void {
  const { reason, field, detail } = rejected.refusal;
  rows.text(rejected.tenant).instant(rejected.receivedAtMs).text(rejected.request).whole(rejected.position);
  rows.text(rejected.source).text(rejected.id).text(reason).text(field).text(detail).text(rejected.payload);
  rows.text(rejected.client).text(rejected.store).text(rejected.channel).text(rejected.partner);
  writeInstant(rows, rejected.timeMs).text(rejected.sentBy);
  writeInstant(rows, rejected.replayedAtMs).endRow();
}

function writeInstant(rows: RowWriter, ms: number | undefined): RowWriter {
  return ms === undefined ? rows.number(undefined) : rows.instant(ms);
}
