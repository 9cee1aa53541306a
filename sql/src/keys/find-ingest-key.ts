import { and, eq, isNull } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { apiKey } from "../postgres/schema/keys.js";
import { hashApiKey } from "./hash-api-key.js";

/** IngestKey is what a presented ingest key allows; `clients` or `kinds` undefined = all of the tenant. */
export interface IngestKey {
  readonly id: string;
  readonly tenant: string;
  readonly clients: readonly string[] | undefined;
  readonly kinds: readonly string[] | undefined;
  readonly isBackfill: boolean;
}

/** findIngestKey looks a presented secret up; undefined when it is unknown, revoked or of another kind. The tenant comes out of the key, never from the sender. */
export async function findIngestKey(postgres: Postgres, secret: string): Promise<IngestKey | undefined> {
  const [row] = await postgres.db
    .select()
    .from(apiKey)
    .where(and(eq(apiKey.secretHash, hashApiKey(secret)), eq(apiKey.kind, "ingest"), isNull(apiKey.revokedAt)));
  if (row === undefined) return undefined;
  const { id, tenant, clients, kinds, isBackfill } = row;
  return { id, tenant, clients: clients ?? undefined, kinds: kinds ?? undefined, isBackfill };
}
