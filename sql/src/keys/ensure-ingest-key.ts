import { and, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { apiKey } from "../postgres/schema/keys.js";
import { buildApiKeySecret } from "./build-api-key-secret.js";
import { fixedKeyId } from "./fixed-key-id.js";
import { hashApiKey } from "./hash-api-key.js";

/** EnsuredIngestKey: `key` is known when it was made now or is the fixed one; otherwise only its hash exists and it cannot be shown again. */
export interface EnsuredIngestKey {
  readonly key: string | undefined;
  readonly isNew: boolean;
}

/**
 * ensureIngestKey sees to it that a tenant can send: the fixed key of the settings if there is one, else a random key
 * made once, when the tenant has none. A changed fixed key replaces the former fixed one. Safe when processes start together.
 * Throws when the fixed key belongs to another tenant, was revoked, or is a read key.
 */
export async function ensureIngestKey(
  postgres: Postgres,
  options: { tenant: string; fixedKey?: string | undefined; now: Date },
): Promise<EnsuredIngestKey> {
  return options.fixedKey === undefined
    ? ensureFirstKey(postgres, options.tenant, options.now)
    : ensureFixedKey(postgres, { tenant: options.tenant, key: options.fixedKey, now: options.now });
}

async function ensureFirstKey(postgres: Postgres, tenant: string, now: Date): Promise<EnsuredIngestKey> {
  const existing = await postgres.db
    .select({ id: apiKey.id })
    .from(apiKey)
    .where(and(eq(apiKey.tenant, tenant), eq(apiKey.kind, "ingest")))
    .limit(1);
  if (existing.length > 0) return { key: undefined, isNew: false };
  const key = buildApiKeySecret("ingest");
  // The id is the same in every process, so of several that start together exactly one makes the key.
  const made = await postgres.db
    .insert(apiKey)
    .values({
      id: `${tenant}:first`,
      tenant,
      kind: "ingest",
      title: "First ingest key",
      secretHash: hashApiKey(key),
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: apiKey.id });
  return made.length > 0 ? { key, isNew: true } : { key: undefined, isNew: false };
}

async function ensureFixedKey(
  postgres: Postgres,
  wanted: { tenant: string; key: string; now: Date },
): Promise<EnsuredIngestKey> {
  const { tenant, key, now } = wanted;
  const secretHash = hashApiKey(key);
  if (await isUsable(postgres, tenant, secretHash)) return { key, isNew: false };
  const fresh = { secretHash, createdAt: now, revokedAt: null };
  await postgres.db
    .insert(apiKey)
    .values({ id: fixedKeyId(tenant), tenant, kind: "ingest", title: "WATCHFLOOR_INGEST_KEY", ...fresh })
    .onConflictDoUpdate({ target: apiKey.id, set: fresh });
  return { key, isNew: true };
}

async function isUsable(postgres: Postgres, tenant: string, secretHash: string): Promise<boolean> {
  const [row] = await postgres.db.select().from(apiKey).where(eq(apiKey.secretHash, secretHash));
  if (row === undefined) return false;
  if (row.tenant !== tenant || row.kind !== "ingest" || row.revokedAt !== null) {
    throw new Error(
      "WATCHFLOOR_INGEST_KEY cannot be used: it belongs to another tenant, was revoked or is a read key. Choose another one.",
    );
  }
  return true;
}
