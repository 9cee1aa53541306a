import type { EventDocument } from "../events/event-document.js";
import { EventTexts } from "../events/event-texts.js";
import type { ReceiptCount } from "../events/receipt-count.js";
import { buildReceivedEvent } from "../events/build-received-event.js";
import type { ReceivedEvent } from "../events/received-event.js";
import type { RepeatCount } from "./repeat-counts.js";
import type { RejectedEvent } from "../write/rows/write-rejected-row.js";

const LINE_FEED = 10;

/** SpooledRequest is what one request leaves in the spool: its accepted events and its refused ones. */
export interface SpooledRequest {
  readonly tenant: string;
  readonly receivedAtMs: number;
  /** Sent with a key for history, or by an import. */
  readonly isBackfill: boolean;
  readonly accepted: readonly ReceivedEvent[];
  readonly rejected: readonly RejectedEvent[];
  /** Events that were recognised as repeats and are not kept: with this request they are counted exactly once. */
  readonly repeats: readonly RepeatCount[];
  /** Of a replay: its events came at times of their own, and are counted so. */
  readonly counted?: ReceiptCount | undefined;
}

interface Head {
  readonly tenant: string;
  readonly receivedAtMs: number;
  readonly rejected: readonly RejectedEvent[];
  /** Absent = no, and in what earlier releases wrote. */
  readonly isBackfill?: boolean;
  readonly repeats?: readonly RepeatCount[];
  /** Start and end of each accepted event in the bytes behind the head; absent = one event a line, as the first release wrote. */
  readonly ranges?: readonly number[];
  readonly counted?: ReceiptCount;
  /** Of a replay: when each event was received, and whether as history. */
  readonly receipts?: readonly (readonly [receivedAtMs: number, isBackfill: boolean])[];
}

/** encodeSpooledRequest writes a head line and, behind it, the bytes of the request as they came. */
export function encodeSpooledRequest(request: SpooledRequest, bytes: Buffer): Buffer[] {
  const { tenant, receivedAtMs, rejected, isBackfill, repeats, counted } = request;
  const ranges: number[] = [];
  for (const { text } of request.accepted) ranges.push(text.start, text.end);
  const head: Head = {
    ...{ tenant, receivedAtMs, rejected },
    ...(isBackfill ? { isBackfill } : {}),
    ...(repeats.length > 0 ? { repeats } : {}),
    ranges,
    ...(counted === undefined
      ? {}
      : { counted, receipts: request.accepted.map((event) => [event.receivedAtMs, event.isBackfill] as const) }),
  };
  const headLine = Buffer.from(`${JSON.stringify(head)}\n`);
  return ranges.length > 0 ? [headLine, bytes] : [headLine];
}

/** decodeSpooledRequest reads what `encodeSpooledRequest` wrote; it was checked before it was spooled. */
export function decodeSpooledRequest(body: Buffer): SpooledRequest {
  const found = body.indexOf(LINE_FEED);
  const headEnd = found < 0 ? body.length : found;
  const head = JSON.parse(body.toString("utf8", 0, headEnd)) as Head;
  const { tenant, receivedAtMs, rejected, isBackfill = false, repeats = [], counted, receipts = [] } = head;
  const bytes = body.subarray(headEnd + 1);
  const texts = new EventTexts(bytes);
  const ranges = head.ranges ?? findLines(bytes);
  const accepted: ReceivedEvent[] = [];
  for (let index = 0; index < ranges.length; index += 2) {
    const text = texts.read(ranges[index] ?? 0, ranges[index + 1] ?? 0);
    const event = JSON.parse(bytes.toString("utf8", text.start, text.end)) as EventDocument;
    const [at, isHistory] = receipts[index / 2] ?? [receivedAtMs, isBackfill];
    accepted.push(buildReceivedEvent({ tenant, event, text, receivedAtMs: at, isBackfill: isHistory, counted }));
  }
  return { tenant, receivedAtMs, isBackfill, accepted, rejected, repeats, counted };
}

function findLines(bytes: Buffer): number[] {
  const ranges: number[] = [];
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    ranges.push(start, end);
    start = end + 1;
  }
  return ranges;
}
