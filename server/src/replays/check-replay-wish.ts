import { REJECTION_REASONS, REPLAY_TIMES, REPLAY_WHATS, type ReplayWish } from "@watchfloor/sql";
import type { ReplayManager } from "./replay-manager.js";
import type { ReplayRefusal } from "./replay-refusal.js";

const MAX_LIST = 1_000;
const MAX_TEXT = 128;

/** AskedReplay is a replay as it was asked for; what is absent is not limited. */
export interface AskedReplay {
  readonly what: (typeof REPLAY_WHATS)[number];
  readonly by?: (typeof REPLAY_TIMES)[number] | null | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
  readonly clients?: readonly string[] | null | undefined;
  readonly sources?: readonly string[] | null | undefined;
  readonly reasons?: readonly (typeof REJECTION_REASONS)[number][] | null | undefined;
  readonly isBackfill?: boolean | null | undefined;
}

/** CheckedReplay is what can be put into the queue, or why not. */
export type CheckedReplay = { readonly wish: ReplayWish } | { readonly refusal: ReplayRefusal };

/**
 * checkReplayWish completes what was asked for. Whoever is limited to clients and names none asks for theirs; a client beyond them is
 * answered as one that is not there.
 */
export function checkReplayWish(asked: AskedReplay, manager: ReplayManager): CheckedReplay {
  const refusal = checkRange(asked) ?? checkLists(asked) ?? checkRejected(asked) ?? checkClients(asked, manager);
  if (refusal !== undefined) return { refusal };
  const copy = <Word extends string>(list: readonly Word[] | null | undefined) => (list == null ? null : [...list]);
  return {
    wish: {
      tenant: manager.tenant,
      what: asked.what,
      by: asked.by ?? (asked.what === "range" ? "event_time" : "received_at"),
      from: asked.from ?? null,
      to: asked.to ?? null,
      clients: copy(asked.clients ?? manager.clients),
      sources: copy(asked.sources),
      reasons: copy(asked.reasons),
      isBackfill: asked.isBackfill === true,
      requestedBy: manager.subjectId,
    },
  };
}

/** A range without bounds would be everything there is, by a slip of the hand. */
function checkRange({ what, from, to }: AskedReplay): ReplayRefusal | undefined {
  if (what === "range" && from == null) return refuse("from", "A range needs its beginning.");
  if (what === "range" && to == null) return refuse("to", "A range needs its end.");
  if (from != null && to != null && from >= to) return refuse("to", "The range ends before it begins.");
  return undefined;
}

function checkLists(asked: AskedReplay): ReplayRefusal | undefined {
  for (const field of ["clients", "sources", "reasons"] as const) {
    const list: readonly string[] = asked[field] ?? [];
    if (asked[field] != null && list.length === 0)
      return refuse(field, "An empty list chooses nothing: leave it out for all.");
    if (list.length > MAX_LIST) return refuse(field, `At most ${MAX_LIST} can be named.`);
    if (list.some((word) => word === "" || word.length > MAX_TEXT))
      return refuse(field, `Each has 1 to ${MAX_TEXT} characters.`);
  }
  return undefined;
}

function checkRejected({ what, reasons, isBackfill }: AskedReplay): ReplayRefusal | undefined {
  if (what === "rejected") return undefined;
  if (reasons != null) return refuse("reasons", "Stored events were refused for no reason: ask for REJECTED.");
  if (isBackfill === true) return refuse("isBackfill", "Stored events keep what they were sent as: ask for REJECTED.");
  return undefined;
}

function checkClients({ clients }: AskedReplay, manager: ReplayManager): ReplayRefusal | undefined {
  if (clients == null || manager.clients === null) return undefined;
  const beyond = clients.find((client) => !manager.clients?.includes(client));
  return beyond === undefined
    ? undefined
    : { reason: "NOT_FOUND", field: "clients", message: `There is no client "${beyond}".` };
}

function refuse(field: string, message: string): ReplayRefusal {
  return { reason: "INVALID", field, message };
}
