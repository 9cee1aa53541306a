import { asc, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { webhookSecret, webhookSource } from "../postgres/schema/webhooks.js";
import type { WebhookSource } from "./webhook-source.js";

/** listWebhookSources returns the sources of one tenant by name, revoked ones included, never a secret. */
export async function listWebhookSources({ db }: Postgres, tenant: string): Promise<WebhookSource[]> {
  const { id, source, createdAt, revokedAt } = webhookSecret;
  const [sources, secrets] = await Promise.all([
    db.select().from(webhookSource).where(eq(webhookSource.tenant, tenant)).orderBy(asc(webhookSource.source)),
    db
      .select({ id, source, createdAt, revokedAt })
      .from(webhookSecret)
      .where(eq(webhookSecret.tenant, tenant))
      .orderBy(asc(createdAt), asc(id)),
  ]);
  return sources.map((each) => ({
    ...each,
    secrets: secrets
      .filter((secret) => secret.source === each.source)
      .map((secret) => ({ id: secret.id, createdAt: secret.createdAt, revokedAt: secret.revokedAt })),
  }));
}
