import { and, eq, gt, isNull, or, type SQL } from "drizzle-orm";
import { apiKey } from "../postgres/schema/keys.js";
import type { ApiKeyKind } from "./build-api-key-secret.js";
import { hashApiKey } from "./hash-api-key.js";

/**
 * buildUsableCondition finds the key a presented secret opens: of the right kind, neither revoked nor expired, by its secret or,
 * until the end of the grace period, by the one before the last rotation.
 */
export function buildUsableCondition(secret: string, kind: ApiKeyKind, now: Date): SQL | undefined {
  const hash = hashApiKey(secret);
  return and(
    or(eq(apiKey.secretHash, hash), and(eq(apiKey.previousSecretHash, hash), gt(apiKey.previousValidUntil, now))),
    eq(apiKey.kind, kind),
    isNull(apiKey.revokedAt),
    or(isNull(apiKey.expiresAt), gt(apiKey.expiresAt, now)),
  );
}
