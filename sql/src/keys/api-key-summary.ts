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

/** SUMMARY_COLUMNS are the columns of an `ApiKeySummary`. */
export const SUMMARY_COLUMNS = {
  id: apiKey.id,
  kind: apiKey.kind,
  title: apiKey.title,
  clients: apiKey.clients,
  kinds: apiKey.kinds,
  sources: apiKey.sources,
  isBackfill: apiKey.isBackfill,
  eventsPerSecond: apiKey.eventsPerSecond,
  burst: apiKey.burst,
  createdAt: apiKey.createdAt,
  expiresAt: apiKey.expiresAt,
  rotatedAt: apiKey.rotatedAt,
  previousValidUntil: apiKey.previousValidUntil,
  lastUsedAt: apiKey.lastUsedAt,
  revokedAt: apiKey.revokedAt,
} as const;
