import { randomUUID } from "node:crypto";
import type { Postgres } from "../postgres/postgres.js";
import { apiKey } from "../postgres/schema/keys.js";
import { buildApiKeySecret } from "./build-api-key-secret.js";
import { hashApiKey } from "./hash-api-key.js";

/** NewIngestKey describes a key that can only send. Missing `clients` or `kinds` = all of the tenant; `isBackfill` lifts the age limit of events. */
export interface NewIngestKey {
  readonly kind: "ingest";
  readonly tenant: string;
  readonly title: string;
  readonly clients?: readonly string[];
  readonly kinds?: readonly string[];
  readonly isBackfill?: boolean;
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
  const limits =
    key.kind === "ingest"
      ? { clients: copy(key.clients), kinds: copy(key.kinds), isBackfill: key.isBackfill ?? false }
      : { scope: { ...key.scope } };
  await postgres.db.insert(apiKey).values({ ...row, ...limits });
  return { id, secret };
}

function copy(list: readonly string[] | undefined): string[] | null {
  return list === undefined ? null : [...list];
}
