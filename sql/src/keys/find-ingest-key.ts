import type { Postgres } from "../postgres/postgres.js";
import { apiKey } from "../postgres/schema/keys.js";
import { buildUsableCondition } from "./build-usable-condition.js";
import { hashApiKey } from "./hash-api-key.js";

/** IngestKey is what a presented ingest key allows; `clients`, `kinds` or `sources` undefined = all of the tenant. */
export interface IngestKey {
  readonly id: string;
  readonly tenant: string;
  readonly clients: readonly string[] | undefined;
  readonly kinds: readonly string[] | undefined;
  readonly sources: readonly string[] | undefined;
  readonly isBackfill: boolean;
  /** How much may be sent; undefined = no limit. */
  readonly rate: { readonly eventsPerSecond: number; readonly burst: number } | undefined;
  /** When the presented secret stops opening the key, by expiry or the end of a rotation; undefined = not by itself. */
  readonly validUntil: Date | undefined;
}

/** findIngestKey looks a presented secret up; undefined when it is unknown, expired, revoked, rotated away or of another kind. The tenant comes out of the key, never from the sender. */
export async function findIngestKey(postgres: Postgres, secret: string, now: Date): Promise<IngestKey | undefined> {
  const [row] = await postgres.db
    .select()
    .from(apiKey)
    .where(buildUsableCondition(secret, "ingest", now));
  if (row === undefined) return undefined;
  const { id, tenant, clients, kinds, sources, isBackfill, eventsPerSecond, burst } = row;
  const isPrevious = row.secretHash !== hashApiKey(secret);
  const ends = [row.expiresAt, isPrevious ? row.previousValidUntil : null].filter((end) => end !== null);
  return {
    id,
    tenant,
    clients: clients ?? undefined,
    kinds: kinds ?? undefined,
    sources: sources ?? undefined,
    isBackfill,
    rate: eventsPerSecond === null ? undefined : { eventsPerSecond, burst: burst ?? eventsPerSecond },
    validUntil: ends.sort((a, b) => a.getTime() - b.getTime())[0],
  };
}
