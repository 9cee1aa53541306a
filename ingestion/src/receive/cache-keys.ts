import { LRUCache } from "lru-cache";
import type { IngestKey } from "../events/ingest-key.js";

/** A revoked key stops working within this time. */
const KEEP_MS = 5_000;

/** cacheKeys spares a look-up in Postgres for each request; unknown keys are remembered too, so that guessing is cheap to refuse. */
export function cacheKeys(
  find: (secret: string) => Promise<IngestKey | undefined>,
): (secret: string) => Promise<IngestKey | undefined> {
  const cache = new LRUCache<string, { key: IngestKey | undefined }>({ max: 10_000, ttl: KEEP_MS });
  return async (secret) => {
    const cached = cache.get(secret);
    if (cached !== undefined) return cached.key;
    const key = await find(secret);
    cache.set(secret, { key });
    return key;
  };
}
