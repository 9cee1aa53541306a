import { and, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { apiKey } from "../postgres/schema/keys.js";
import { SUMMARY_COLUMNS, type ApiKeySummary } from "./api-key-summary.js";

/** findApiKey returns a key of one tenant by its id, a revoked one too. */
export async function findApiKey(postgres: Postgres, tenant: string, id: string): Promise<ApiKeySummary | undefined> {
  const [row] = await postgres.db
    .select(SUMMARY_COLUMNS)
    .from(apiKey)
    .where(and(eq(apiKey.tenant, tenant), eq(apiKey.id, id)));
  return row;
}
