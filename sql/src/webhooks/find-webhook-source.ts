import { and, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { webhookSource } from "../postgres/schema/webhooks.js";

/** DeclaredWebhook is what a source is declared for now. */
export type DeclaredWebhook = Pick<typeof webhookSource.$inferSelect, "source" | "mapping" | "client" | "revokedAt">;

/** findWebhookSource returns a source of one tenant by its name, a revoked one too. */
export async function findWebhookSource(
  { db }: Postgres,
  tenant: string,
  source: string,
): Promise<DeclaredWebhook | undefined> {
  const { mapping, client, revokedAt } = webhookSource;
  const [found] = await db
    .select({ source: webhookSource.source, mapping, client, revokedAt })
    .from(webhookSource)
    .where(and(eq(webhookSource.tenant, tenant), eq(webhookSource.source, source)));
  return found;
}
