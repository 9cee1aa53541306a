import { and, eq, isNull } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { webhookSecret, webhookSource } from "../postgres/schema/webhooks.js";

/**
 * revokeWebhookSource ends one secret of a source, or the source with all its secrets when none is named; how many secrets
 * ended. 0 = the tenant has no such active source or secret. Receivers that remember it stop within five seconds.
 */
export async function revokeWebhookSource(
  { db }: Postgres,
  revoked: { tenant: string; source: string; secretId?: string | undefined },
  now: Date,
): Promise<number> {
  const { tenant, source, secretId } = revoked;
  return db.transaction(async (transaction) => {
    if (secretId === undefined)
      await transaction
        .update(webhookSource)
        .set({ revokedAt: now })
        .where(
          and(eq(webhookSource.tenant, tenant), eq(webhookSource.source, source), isNull(webhookSource.revokedAt)),
        );
    const ended = await transaction
      .update(webhookSecret)
      .set({ revokedAt: now })
      .where(
        and(
          eq(webhookSecret.tenant, tenant),
          eq(webhookSecret.source, source),
          isNull(webhookSecret.revokedAt),
          secretId === undefined ? undefined : eq(webhookSecret.id, secretId),
        ),
      )
      .returning({ id: webhookSecret.id });
    return ended.length;
  });
}
