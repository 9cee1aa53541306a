import { setTimeout as pause } from "node:timers/promises";
import { findIngestKey, KEY_USE_EVERY_MS, recordKeyUse, renderFailure, type Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import type { IngestKey } from "../events/ingest-key.js";
import { cacheKeys, type FoundKey } from "./cache-keys.js";
import { KeyUses } from "./key-uses.js";

const CLOSE_WITHIN_MS = 500;

/** Keys finds what a presented secret allows, and notes that it was used. */
export interface Keys {
  /** Rejects with `HttpRefusal` 503 when keys cannot be looked up. */
  find(secret: string): Promise<IngestKey | undefined>;
  /** close resolves when every use is written down, or cannot be within half a second. */
  close(): Promise<void>;
}

/** openKeys looks keys up in Postgres. */
export function openKeys(options: { postgres: Postgres; now: () => Date; logger: Logger }): Keys {
  const { postgres, now, logger } = options;
  const find = cacheKeys({
    find: (secret) => findKey(postgres, secret, now()),
    now,
    onFailure: (cause) => logger.warn({ cause: renderFailure(cause) }, "keys cannot be looked up"),
  });
  const uses = new KeyUses({
    record: (key, at) => recordKeyUse(postgres, key, at),
    everyMs: KEY_USE_EVERY_MS,
    now,
    onFailure: (cause) => logger.warn({ cause: renderFailure(cause) }, "use of a key not noted"),
  });
  return {
    async find(secret) {
      const key = await find(secret);
      if (key !== undefined) uses.note(key);
      return key;
    },
    close: () => Promise.race([uses.settled(), pause(CLOSE_WITHIN_MS, undefined, { ref: false })]),
  };
}

async function findKey(postgres: Postgres, secret: string, now: Date): Promise<FoundKey | undefined> {
  const found = await findIngestKey(postgres, secret, now);
  if (found === undefined) return undefined;
  const { id, tenant, clients, kinds, sources, isBackfill, rate, validUntil } = found;
  const limits = { clients: clients ?? null, kinds: kinds ?? null, sources: sources ?? null, rate };
  return { key: { id, tenant, ...limits, isBackfill, isImport: false }, validUntil };
}
