import { asc, desc, eq, isNull } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { apiKey } from "../postgres/schema/keys.js";
import type { ApiKeyKind } from "./build-api-key-secret.js";

/** ApiKeySummary is what people may see of a key: never its secret, nor the hash of it. Null lists = all of the tenant. */
export interface ApiKeySummary {
  readonly id: string;
  readonly kind: ApiKeyKind;
  readonly title: string;
  readonly clients: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly sources: readonly string[] | null;
  readonly isBackfill: boolean;
  readonly eventsPerSecond: number | null;
  readonly burst: number | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly rotatedAt: Date | null;
  /** Until when the secret before the last rotation works. */
  readonly previousValidUntil: Date | null;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** MAX_LISTED_KEYS bounds a list; active keys come before revoked ones. */
export const MAX_LISTED_KEYS = 1_000;

/** listApiKeys returns keys of one tenant, active ones first, oldest first, revoked ones included; at most `MAX_LISTED_KEYS`. */
export function listApiKeys(postgres: Postgres, tenant: string): Promise<ApiKeySummary[]> {
  const { id, kind, title, clients, kinds, sources, isBackfill, eventsPerSecond, burst } = apiKey;
  const { createdAt, expiresAt, rotatedAt, previousValidUntil, lastUsedAt, revokedAt } = apiKey;
  return postgres.db
    .select({
      ...{ id, kind, title, clients, kinds, sources, isBackfill, eventsPerSecond, burst },
      ...{ createdAt, expiresAt, rotatedAt, previousValidUntil, lastUsedAt, revokedAt },
    })
    .from(apiKey)
    .where(eq(apiKey.tenant, tenant))
    .orderBy(desc(isNull(apiKey.revokedAt)), asc(apiKey.createdAt), asc(apiKey.id))
    .limit(MAX_LISTED_KEYS);
}
