import { and, eq, isNull } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { apiKey } from "../postgres/schema/keys.js";

/** revokeApiKey ends a key of a tenant for good; false when the tenant has no such active key. */
export async function revokeApiKey(postgres: Postgres, tenant: string, id: string, now: Date): Promise<boolean> {
  const revoked = await postgres.db
    .update(apiKey)
    .set({ revokedAt: now })
    .where(and(eq(apiKey.tenant, tenant), eq(apiKey.id, id), isNull(apiKey.revokedAt)))
    .returning({ id: apiKey.id });
  return revoked.length > 0;
}
