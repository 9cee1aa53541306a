import { SENDABLE_KINDS, type NewIngestKey } from "@watchfloor/sql";
import type { IngestKeyRefusal } from "./ingest-key-refusal.js";
import type { KeyManager } from "./key-manager.js";

const MAX_TITLE_LENGTH = 120;
const MAX_LIST_LENGTH = 1_000;
const MAX_WORD_LENGTH = 128;
const MAX_EVENTS_PER_SECOND = 1_000_000;
const MAX_BURST = 10_000_000;
/** A sender that collects for some seconds and sends at once is not held up. */
const DEFAULT_BURST_SECONDS = 10;
const KINDS = new Set<string>(SENDABLE_KINDS);

/** IngestKeyWish is what an administrator asks for; a missing list = all of the tenant. */
export interface IngestKeyWish {
  readonly title: string;
  readonly clients?: readonly string[] | null;
  readonly kinds?: readonly string[] | null;
  readonly sources?: readonly string[] | null;
  readonly isBackfill?: boolean | null;
  readonly eventsPerSecond?: number | null;
  readonly burst?: number | null;
  readonly expiresAt?: Date | null;
}

type Checked = { readonly key: NewIngestKey } | { readonly refusal: IngestKeyRefusal };

/** checkNewIngestKey decides whether a key may be made as it was asked for. */
export function checkNewIngestKey(wish: IngestKeyWish, manager: KeyManager, now: Date): Checked {
  const title = wish.title.trim();
  const [field, message] =
    checkTitle(title) ?? checkLists(wish) ?? checkReach(wish, manager) ?? checkRate(wish) ?? checkEnd(wish, now) ?? [];
  if (field !== undefined && message !== undefined) return { refusal: { reason: "INVALID", field, message } };
  const { clients, kinds, sources, isBackfill, eventsPerSecond, expiresAt } = wish;
  return {
    key: {
      kind: "ingest",
      tenant: manager.tenant,
      title,
      isBackfill: isBackfill ?? false,
      ...(clients == null ? {} : { clients }),
      ...(kinds == null ? {} : { kinds }),
      ...(sources == null ? {} : { sources }),
      ...(eventsPerSecond == null
        ? {}
        : { rate: { eventsPerSecond, burst: wish.burst ?? eventsPerSecond * DEFAULT_BURST_SECONDS } }),
      ...(expiresAt == null ? {} : { expiresAt }),
    },
  };
}

/** Fault is the argument and what is wrong with it. */
type Fault = readonly [field: string, message: string] | undefined;

function checkTitle(title: string): Fault {
  if (title === "") return ["title", "A key needs a title, such as the system that will send with it."];
  if (title.length > MAX_TITLE_LENGTH) return ["title", `A title has at most ${MAX_TITLE_LENGTH} characters.`];
  return undefined;
}

function checkLists(wish: IngestKeyWish): Fault {
  for (const field of ["clients", "kinds", "sources"] as const) {
    const list = wish[field];
    if (list == null) continue;
    if (list.length === 0) return [field, `An empty list allows nothing: name ${field}, or leave it out for all.`];
    if (list.length > MAX_LIST_LENGTH) return [field, `At most ${MAX_LIST_LENGTH} ${field} can be named.`];
    if (list.some((word) => word === "" || word.length > MAX_WORD_LENGTH))
      return [field, `Each of ${field} has 1 to ${MAX_WORD_LENGTH} characters.`];
  }
  const unknown = wish.kinds?.find((kind) => !KINDS.has(kind));
  return unknown === undefined
    ? undefined
    : ["kinds", `"${unknown}" is no kind of event: use one of ${SENDABLE_KINDS.join(", ")}.`];
}

function checkReach(wish: IngestKeyWish, { clients }: KeyManager): Fault {
  if (clients === null) return undefined;
  const isWithin = wish.clients != null && wish.clients.every((client) => clients.includes(client));
  return isWithin ? undefined : ["clients", `You can make keys for these clients only: ${clients.join(", ")}.`];
}

function checkRate({ eventsPerSecond, burst }: IngestKeyWish): Fault {
  if (eventsPerSecond == null)
    return burst == null ? undefined : ["burst", "A burst goes with a rate: give eventsPerSecond too, or neither."];
  if (!isWithin(eventsPerSecond, 1, MAX_EVENTS_PER_SECOND))
    return ["eventsPerSecond", `A rate is 1 to ${MAX_EVENTS_PER_SECOND} events a second.`];
  if (burst != null && !isWithin(burst, 1, MAX_BURST)) return ["burst", `A burst is 1 to ${MAX_BURST} events.`];
  return undefined;
}

function checkEnd({ expiresAt }: IngestKeyWish, now: Date): Fault {
  return expiresAt == null || expiresAt > now ? undefined : ["expiresAt", "A key can end in the future only."];
}

function isWithin(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
