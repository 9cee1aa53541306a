import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { apiKey } from "../postgres/schema/keys.js";
import { buildApiKeySecret, type ApiKeyKind } from "./build-api-key-secret.js";
import { hashApiKey } from "./hash-api-key.js";

/** KeyRotation names the key, and how long its present secret goes on working beside the new one; 0 = not at all. */
export interface KeyRotation {
  readonly tenant: string;
  readonly id: string;
  readonly kind: ApiKeyKind;
  readonly graceSeconds: number;
  readonly now: Date;
}

/**
 * rotateApiKey gives a key of a tenant a new secret, which can be shown this once; undefined when the tenant has no such active
 * key. Two secrets work at most: a rotation within the grace period of another ends the older one at once.
 */
export async function rotateApiKey(
  postgres: Postgres,
  { tenant, id, kind, graceSeconds, now }: KeyRotation,
): Promise<{ secret: string; previousValidUntil: Date } | undefined> {
  const secret = buildApiKeySecret(kind);
  const previousValidUntil = new Date(now.getTime() + graceSeconds * 1_000);
  const rotated = await postgres.db
    .update(apiKey)
    .set({
      secretHash: hashApiKey(secret),
      previousSecretHash: sql`${apiKey.secretHash}`,
      previousValidUntil,
      rotatedAt: now,
    })
    .where(
      and(
        ...[eq(apiKey.tenant, tenant), eq(apiKey.id, id), eq(apiKey.kind, kind)],
        ...[isNull(apiKey.revokedAt), or(isNull(apiKey.expiresAt), gt(apiKey.expiresAt, now))],
      ),
    )
    .returning({ id: apiKey.id });
  return rotated.length > 0 ? { secret, previousValidUntil } : undefined;
}
