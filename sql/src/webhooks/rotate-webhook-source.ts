import { and, eq, isNull } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { webhookSecret, webhookSource } from "../postgres/schema/webhooks.js";
import type { SecretBox } from "../secrets/secret-box.js";
import { addWebhookSecret } from "./add-webhook-secret.js";
import { buildWebhookSecret } from "./build-webhook-secret.js";
import { checkWebhookSecret, type WebhookProblem } from "./check-webhook-source.js";
import type { NewWebhookSecret } from "./create-webhook-source.js";

/** Each active secret is tried for each request; two are a rotation, more are forgotten ones. */
const MAX_ACTIVE = 5;

/** rotateWebhookSource adds a secret to a source, made here unless given. Former ones stay valid until they are revoked. */
export async function rotateWebhookSource(
  { db }: Postgres,
  rotated: { tenant: string; source: string; secret?: string | undefined },
  { box, now }: { box: SecretBox; now: Date },
): Promise<NewWebhookSecret | WebhookProblem> {
  const { tenant, source } = rotated;
  return db.transaction(async (transaction) => {
    const [found] = await transaction
      .select({ style: webhookSource.style })
      .from(webhookSource)
      .where(and(eq(webhookSource.tenant, tenant), eq(webhookSource.source, source), isNull(webhookSource.revokedAt)))
      .for("update");
    if (found === undefined) return { code: "not_found", message: `there is no active source "${source}"` };
    const problem = checkWebhookSecret(found.style, rotated.secret);
    if (problem !== undefined) return problem;
    const active = await transaction
      .select({ id: webhookSecret.id })
      .from(webhookSecret)
      .where(and(eq(webhookSecret.tenant, tenant), eq(webhookSecret.source, source), isNull(webhookSecret.revokedAt)));
    if (active.length >= MAX_ACTIVE)
      return {
        code: "too_many_secrets",
        message: `"${source}" has ${active.length} active secrets: revoke those it no longer signs with`,
      };
    const secret = rotated.secret ?? buildWebhookSecret(found.style);
    return { id: await addWebhookSecret(transaction, { tenant, source, secret }, { box, now }), secret };
  });
}
