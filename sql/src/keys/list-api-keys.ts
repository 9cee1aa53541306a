import { asc, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { apiKey } from "../postgres/schema/keys.js";
import type { ApiKeyKind } from "./build-api-key-secret.js";

/** ApiKeySummary is what people may see of a key: never its secret, nor the hash of it. */
export interface ApiKeySummary {
  readonly id: string;
  readonly kind: ApiKeyKind;
  readonly title: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/** listApiKeys returns the keys of one tenant, oldest first, revoked ones included. */
export function listApiKeys(postgres: Postgres, tenant: string): Promise<ApiKeySummary[]> {
  return postgres.db
    .select({
      id: apiKey.id,
      kind: apiKey.kind,
      title: apiKey.title,
      createdAt: apiKey.createdAt,
      revokedAt: apiKey.revokedAt,
    })
    .from(apiKey)
    .where(eq(apiKey.tenant, tenant))
    .orderBy(asc(apiKey.createdAt), asc(apiKey.id));
}
