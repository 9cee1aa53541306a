import { asc, desc, eq, isNull } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { apiKey } from "../postgres/schema/keys.js";
import { SUMMARY_COLUMNS, type ApiKeySummary } from "./api-key-summary.js";

/** MAX_LISTED_KEYS bounds a list; active keys come before revoked ones. */
export const MAX_LISTED_KEYS = 1_000;

/** listApiKeys returns keys of one tenant, active ones first, oldest first, revoked ones included; at most `MAX_LISTED_KEYS`. */
export function listApiKeys(postgres: Postgres, tenant: string): Promise<ApiKeySummary[]> {
  return postgres.db
    .select(SUMMARY_COLUMNS)
    .from(apiKey)
    .where(eq(apiKey.tenant, tenant))
    .orderBy(desc(isNull(apiKey.revokedAt)), asc(apiKey.createdAt), asc(apiKey.id))
    .limit(MAX_LISTED_KEYS);
}
