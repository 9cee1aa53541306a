import type { ReplayCursor } from "@watchfloor/sql";
import { buildReceivedEvent } from "../../events/build-received-event.js";
import { EventTexts } from "../../events/event-texts.js";
import type { Refusal } from "../../events/refusal.js";
import type { RejectionReason } from "../../events/rejection-reason.js";
import type { RejectedEvent } from "../../write/rows/write-rejected-row.js";
import type { DecidedRow, PassedEvent } from "../decide/decide-row.js";
import { renderIdentity } from "./find-stored-identities.js";
import type { RejectedRow } from "./rejected-row.js";
import type { ReplayPage } from "./replay-page.js";

/** JudgedRow is a refused row with its verdict; undefined = nothing can come of it, it stays as it is. */
export interface JudgedRow {
  readonly row: RejectedRow;
  readonly sentBy: string;
  readonly isBackfill: boolean;
  readonly decided: DecidedRow | undefined;
}

/** RejectedPageParts are what a page of refused rows is built of; `stored` holds the identities that need no storing. */
export interface RejectedPageParts {
  readonly tenant: string;
  readonly nowMs: number;
  readonly end: ReplayCursor;
  readonly rows: readonly JudgedRow[];
  readonly stored: ReadonlySet<string>;
}

type Chosen = PassedEvent & Pick<JudgedRow, "isBackfill"> & { readonly receivedAtMs: number };

/**
 * buildRejectedPage puts what passed into one request, together with the rows as they are now: replayed, or refused for another reason.
 * Both are stored by the same batch, so an event is never there without its row being told, nor the other way round.
 */
export function buildRejectedPage({ tenant, nowMs, end, rows, stored }: RejectedPageParts): ReplayPage {
  const known = new Set(stored);
  const chosen: Chosen[] = [];
  const rejected: RejectedEvent[] = [];
  let duplicates = 0;
  let refused = 0;
  for (const { row, sentBy, isBackfill, decided } of rows) {
    if (decided === undefined || decided.refusal !== undefined) refused += 1;
    if (decided === undefined) continue;
    duplicates += decided.duplicates;
    for (const passed of decided.passed) {
      const identity = renderIdentity(passed.event);
      if (known.has(identity)) duplicates += 1;
      else chosen.push({ ...passed, isBackfill, receivedAtMs: row.receivedAtMs });
      known.add(identity);
    }
    if (isChanged(row, decided.refusal)) rejected.push(buildRow({ tenant, row, sentBy, nowMs }, decided.refusal));
  }
  const { accepted, bytes } = buildEvents(tenant, chosen);
  const counts = { read: rows.length, accepted: accepted.length, duplicates, rejected: refused };
  const request = { tenant, receivedAtMs: nowMs, isBackfill: false, accepted, rejected, repeats: [] };
  return { end, counts, bytes, request: { ...request, counted: "once" } };
}

function isChanged(row: RejectedRow, refusal: Refusal | undefined): boolean {
  return row.reason !== refusal?.reason || row.field !== refusal.field || row.detail !== refusal.detail;
}

function buildEvents(tenant: string, chosen: readonly Chosen[]) {
  const pieces = chosen.map(({ text }) => Buffer.from(text));
  const bytes = Buffer.concat(pieces);
  const texts = new EventTexts(bytes);
  let start = 0;
  const accepted = chosen.map(({ event, receivedAtMs, isBackfill }, index) => {
    const text = texts.read(start, (start += pieces[index]?.length ?? 0));
    return buildReceivedEvent({ tenant, event, text, receivedAtMs, isBackfill, counted: "once" });
  });
  return { accepted, bytes };
}

function buildRow(
  { tenant, row, sentBy, nowMs }: { tenant: string; row: RejectedRow; sentBy: string; nowMs: number },
  refusal: Refusal | undefined,
): RejectedEvent {
  const { receivedAtMs, request, position, client, store, channel, partner, source, id, payload } = row;
  const { reason, field, detail } = row;
  return {
    ...{ tenant, receivedAtMs, request, position, sentBy, client, store, channel, partner, source, id, payload },
    timeMs: row.timeMs ?? undefined,
    // What the engine holds was a reason when it was stored; one of a later release is kept as it stands.
    refusal: refusal ?? { reason: reason as RejectionReason, field, detail },
    replayedAtMs: refusal === undefined ? nowMs : undefined,
  };
}
