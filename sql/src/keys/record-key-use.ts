import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { apiKey } from "../postgres/schema/keys.js";

/** KEY_USE_EVERY_MS is how often the use of a key is written down, over all processes. */
export const KEY_USE_EVERY_MS = 60_000;

/** recordKeyUse notes that a key was used, unless another process did so within the last minute. */
export async function recordKeyUse(
  postgres: Postgres,
  { tenant, id }: { readonly tenant: string; readonly id: string },
  now: Date,
): Promise<void> {
  const staleAt = new Date(now.getTime() - KEY_USE_EVERY_MS);
  await postgres.db
    .update(apiKey)
    .set({ lastUsedAt: now })
    .where(
      and(eq(apiKey.tenant, tenant), eq(apiKey.id, id), or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, staleAt))),
    );
}
