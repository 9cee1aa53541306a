const MINUTE = 60_000;
const WINDOW_MS = 10 * MINUTE;
/** What a person can still read. */
const ENTER_AT = 20;
const CRITICAL_AT = 100;
const DIGEST_EVERY_MS = 5 * MINUTE;
const CALM_BELOW = 5;
const CALM_FOR_MS = 10 * MINUTE;

/** StormItem is an incident that was put into the next digest instead of a message of its own. */
export interface StormItem {
  readonly incident: string;
  readonly state: "firing" | "resolved";
  readonly at: number;
}

/** StormDocument counts what a contact was sent lately and holds what waits for a digest. Instants are epoch milliseconds. */
export interface StormDocument {
  readonly sentAt: readonly number[];
  /** null = there is no storm. */
  readonly since: number | null;
  readonly nextDigestAt: number | null;
  readonly items: readonly StormItem[];
  /** When digests began to be small; null = the last one was not. */
  readonly calmSince: number | null;
}

/** CALM is a contact that was sent nothing lately. */
export const CALM: StormDocument = { sentAt: [], since: null, nextDigestAt: null, items: [], calmSince: null };

/** StormDecision says whether a notification goes out by itself. */
export interface StormDecision {
  readonly document: StormDocument;
  readonly isSentAlone: boolean;
}

/** decideStorm counts a notification: from the 21st in 10 minutes on (the 101st where `isExempt`) incidents wait for a digest every 5 minutes. */
export function decideStorm(
  before: StormDocument,
  { at, items, isExempt }: { readonly at: number; readonly items: readonly StormItem[]; readonly isExempt: boolean },
): StormDecision {
  const sentAt = before.sentAt.filter((sent) => sent > at - WINDOW_MS);
  const isAlone = isExempt ? sentAt.length < CRITICAL_AT : before.since === null && sentAt.length < ENTER_AT;
  if (isAlone) return { isSentAlone: true, document: { ...before, sentAt: [...sentAt, at] } };
  const nextDigestAt = before.nextDigestAt ?? at + DIGEST_EVERY_MS;
  const waiting = { items: [...before.items, ...items], since: before.since ?? at, nextDigestAt };
  return { isSentAlone: false, document: { ...before, ...waiting, sentAt } };
}

/** StormDigest is what a digest tells: nothing when nothing happened. */
export interface StormDigest {
  readonly document: StormDocument;
  readonly items: readonly StormItem[];
}

/** flushStorm ends five minutes of a storm; after 10 minutes with fewer than 5 incidents each the storm is over. */
export function flushStorm(before: StormDocument, at: number): StormDigest {
  const incidents = new Set(before.items.map(({ incident }) => incident));
  const calmSince = incidents.size < CALM_BELOW ? (before.calmSince ?? at - DIGEST_EVERY_MS) : null;
  const isOver = calmSince !== null && at - calmSince >= CALM_FOR_MS;
  const document = isOver
    ? { ...CALM, sentAt: before.sentAt.filter((sent) => sent > at - WINDOW_MS) }
    : { ...before, items: [], calmSince, nextDigestAt: at + DIGEST_EVERY_MS };
  return { document, items: before.items };
}
