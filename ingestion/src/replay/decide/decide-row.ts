import type { EventDocument } from "../../events/event-document.js";
import type { IngestKey } from "../../events/ingest-key.js";
import { readInstant } from "../../events/read-instant.js";
import type { Refusal } from "../../events/refusal.js";
import { decideEvent } from "../../pipeline/pipeline.js";
import type { RecentIdentities } from "../../pipeline/recent-identities.js";
import type { Reproduced } from "./reproduce-events.js";

/** PassedEvent is an event that the rules let through. */
export interface PassedEvent {
  readonly event: EventDocument;
  readonly text: string;
  readonly timeMs: number;
}

/** DecidedRow is the verdict on a refused row: with a refusal it stays refused, whatever else of it passed. */
export interface DecidedRow {
  readonly passed: readonly PassedEvent[];
  readonly duplicates: number;
  readonly refusal: Refusal | undefined;
}

/**
 * decideRow decides the events of a refused row by the rules of /v1/events, at the instant at which it was received: what lay in the future
 * then was wrong and does not become right by waiting.
 */
export function decideRow(
  { events, refusal: fault }: Reproduced,
  { key, receivedAtMs, recent }: { key: IngestKey; receivedAtMs: number; recent: RecentIdentities },
): DecidedRow {
  const passed: PassedEvent[] = [];
  let duplicates = 0;
  let refusal = fault;
  for (const { value, text } of events) {
    const verdict = decideEvent(value, { key, nowMs: receivedAtMs, recent });
    if (verdict === "duplicate") duplicates += 1;
    else if (verdict !== undefined) refusal ??= verdict;
    else {
      const event = value as EventDocument;
      passed.push({ event, text, timeMs: readInstant(event.time) ?? 0 });
    }
  }
  return { passed, duplicates, refusal };
}
