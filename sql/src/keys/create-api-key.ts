import { randomUUID } from "node:crypto";
import type { Postgres } from "../postgres/postgres.js";
import { apiKey } from "../postgres/schema/keys.js";
import { buildApiKeySecret } from "./build-api-key-secret.js";
import { hashApiKey } from "./hash-api-key.js";

/** NewIngestKey describes a key that can only send. Missing `clients`, `kinds` or `sources` = all of the tenant; `isBackfill` lifts the age limit of events; without `rate` it may send as much as there is room for. */
export interface NewIngestKey {
  readonly kind: "ingest";
  readonly tenant: string;
  readonly title: string;
  readonly clients?: readonly string[];
  readonly kinds?: readonly string[];
  readonly sources?: readonly string[];
  readonly isBackfill?: boolean;
  readonly rate?: { readonly eventsPerSecond: number; readonly burst: number };
  readonly expiresAt?: Date;
}

/** NewReadKey describes a key that can only ask; a dimension missing in `scope` (clients, regions, stores, channels, partners) is unlimited within the tenant. */
export interface NewReadKey {
  readonly kind: "read";
  readonly tenant: string;
  readonly title: string;
  readonly scope: Readonly<Record<string, readonly string[]>>;
}

/** createApiKey stores a new key and returns its secret, which can be shown this once: only its hash is kept. */
export async function createApiKey(
  postgres: Postgres,
  key: NewIngestKey | NewReadKey,
  now: Date,
): Promise<{ id: string; secret: string }> {
  const id = randomUUID();
  const secret = buildApiKeySecret(key.kind);
  const row = {
    id,
    tenant: key.tenant,
    kind: key.kind,
    title: key.title,
    secretHash: hashApiKey(secret),
    createdAt: now,
  };
  await postgres.db
    .insert(apiKey)
    .values({ ...row, ...(key.kind === "ingest" ? readLimits(key) : { scope: { ...key.scope } }) });
  return { id, secret };
}

function readLimits({ clients, kinds, sources, isBackfill, rate, expiresAt }: NewIngestKey) {
  return {
    clients: copy(clients),
    kinds: copy(kinds),
    sources: copy(sources),
    isBackfill: isBackfill ?? false,
    eventsPerSecond: rate?.eventsPerSecond ?? null,
    burst: rate?.burst ?? null,
    expiresAt: expiresAt ?? null,
  };
}

function copy(list: readonly string[] | undefined): string[] | null {
  return list === undefined ? null : [...list];
}
