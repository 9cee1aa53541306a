import type { WebhookSecret } from "@watchfloor/sql";
import { LRUCache } from "lru-cache";

/** A revoked secret stops working within this time. */
const KEEP_MS = 5_000;

/** cacheSecrets spares a look-up in Postgres for each webhook; names that no source has are remembered too. */
export function cacheSecrets(
  find: (source: string) => Promise<WebhookSecret[]>,
): (source: string) => Promise<readonly WebhookSecret[]> {
  const cache = new LRUCache<string, readonly WebhookSecret[]>({ max: 10_000, ttl: KEEP_MS });
  return async (source) => {
    const cached = cache.get(source);
    if (cached !== undefined) return cached;
    const secrets = await find(source);
    cache.set(source, secrets);
    return secrets;
  };
}
