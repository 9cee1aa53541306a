import { and, asc, eq, isNull } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { webhookSecret, webhookSource } from "../postgres/schema/webhooks.js";
import type { SecretBox } from "../secrets/secret-box.js";
import { buildSecretPlace } from "./build-secret-place.js";
import type { WebhookStyle } from "./webhook-source.js";

/** WebhookSecret is an active secret, readable, with what it lets its holder do. Never logged, never shown. */
export interface WebhookSecret {
  readonly id: string;
  readonly tenant: string;
  readonly source: string;
  readonly style: WebhookStyle;
  readonly mapping: string;
  readonly client: string;
  /** undefined = it was sealed with another key and cannot be used. */
  readonly secret: string | undefined;
}

/** findWebhookSecrets returns the active secrets of all sources of a name, whatever their tenant: the signature says which it is. */
export async function findWebhookSecrets({ db }: Postgres, source: string, box: SecretBox): Promise<WebhookSecret[]> {
  const { tenant, style, mapping, client } = webhookSource;
  const rows = await db
    .select({ id: webhookSecret.id, tenant, style, mapping, client, sealed: webhookSecret.sealed })
    .from(webhookSource)
    .innerJoin(webhookSecret, and(eq(webhookSecret.tenant, tenant), eq(webhookSecret.source, webhookSource.source)))
    .where(and(eq(webhookSource.source, source), isNull(webhookSource.revokedAt), isNull(webhookSecret.revokedAt)))
    .orderBy(asc(tenant), asc(webhookSecret.createdAt));
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    source,
    secret: box.open(sealed, buildSecretPlace({ tenant: row.tenant, source, id: row.id })),
  }));
}
