import { LRUCache } from "lru-cache";
import type { IngestKey } from "../events/ingest-key.js";
import { HttpRefusal } from "./http-refusal.js";

/** A revoked key stops working within this time; one that ends by itself does so at its instant. */
const KEEP_MS = 5_000;
const MAX_SECRETS = 10_000;
const RETRY_AFTER_SECONDS = 5;
/** A request with a known key waits this long for Postgres to say that it is still good. */
const PATIENCE_MS = 1_000;

/** FoundKey is a key and when the presented secret stops opening it; undefined = not by itself. */
export interface FoundKey {
  readonly key: IngestKey;
  readonly validUntil: Date | undefined;
}

/** KeyLookup is where keys are found, and what is told when that fails. */
export interface KeyLookup {
  readonly find: (secret: string) => Promise<FoundKey | undefined>;
  readonly now: () => Date;
  readonly onFailure: (cause: unknown) => void;
}

/**
 * cacheKeys spares a look-up in Postgres for each request; unknown keys are remembered too, apart from the others, so that guessing
 * is cheap to refuse and drives no good key out. A key that was known goes on working while Postgres is away, because nobody can
 * revoke it then; of others it cannot be told whether they are good, so they are refused with `HttpRefusal` 503.
 */
export function cacheKeys({ find, now, onFailure }: KeyLookup): (secret: string) => Promise<IngestKey | undefined> {
  const clock = { ttl: KEEP_MS, perf: { now: () => now().getTime() }, ttlResolution: 0 };
  const known = new LRUCache<string, FoundKey>({ ...clock, max: MAX_SECRETS, noDeleteOnStaleGet: true });
  const unknown = new LRUCache<string, true>({ ...clock, max: MAX_SECRETS });
  const asked = new Map<string, Promise<FoundKey | undefined>>();
  const look = async (secret: string): Promise<FoundKey | undefined> => {
    try {
      const found = await find(secret);
      if (found === undefined) known.delete(secret);
      return remember(secret, found);
    } catch (cause) {
      onFailure(cause);
      const before = known.peek(secret, { allowStale: true });
      if (before !== undefined) return remember(secret, before);
      throw new HttpRefusal(503, "keys_unavailable", "keys cannot be checked at the moment", RETRY_AFTER_SECONDS);
    }
  };
  const remember = (secret: string, found: FoundKey | undefined): FoundKey | undefined => {
    if (found === undefined) unknown.set(secret, true);
    else known.set(secret, found);
    return found;
  };
  const ask = (secret: string): Promise<FoundKey | undefined> => {
    const running = asked.get(secret) ?? look(secret).finally(() => asked.delete(secret));
    asked.set(secret, running);
    const before = known.peek(secret, { allowStale: true });
    return before === undefined ? running : takeInTime(running, before);
  };
  return async (secret) => {
    if (unknown.get(secret) === true) return undefined;
    const found = known.get(secret, { allowStale: false }) ?? (await ask(secret));
    return found === undefined || isOver(found, now()) ? undefined : found.key;
  };
}

async function takeInTime(running: Promise<FoundKey | undefined>, known: FoundKey): Promise<FoundKey | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<FoundKey>((resolve) => (timer = setTimeout(() => resolve(known), PATIENCE_MS)));
  try {
    return await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}

function isOver({ validUntil }: FoundKey, now: Date): boolean {
  return validUntil !== undefined && validUntil.getTime() <= now.getTime();
}
