import { isNotNull } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { webhookSource } from "../postgres/schema/webhooks.js";
import type { SecretBox } from "../secrets/secret-box.js";
import { addWebhookSecret } from "./add-webhook-secret.js";
import { buildWebhookSecret } from "./build-webhook-secret.js";
import { checkWebhookSource, type WebhookDeclaration, type WebhookProblem } from "./check-webhook-source.js";

/** NewWebhookSecret is a secret that was stored; it can be shown this once. */
export interface NewWebhookSecret {
  readonly id: string;
  readonly secret: string;
}

/**
 * createWebhookSource declares a source with its first secret, or gives the problem. A source that was revoked may be declared
 * anew, with other style, mapping and client; its former secrets stay revoked.
 */
export async function createWebhookSource(
  { db }: Postgres,
  declared: WebhookDeclaration,
  { box, now }: { box: SecretBox; now: Date },
): Promise<NewWebhookSecret | WebhookProblem> {
  const problem = checkWebhookSource(declared);
  if (problem !== undefined) return problem;
  const { tenant, source, style, mapping, client } = declared;
  const secret = declared.secret ?? buildWebhookSecret(style);
  const fresh = { style, mapping, client, createdAt: now, revokedAt: null };
  return db.transaction(async (transaction) => {
    const made = await transaction
      .insert(webhookSource)
      .values({ tenant, source, ...fresh })
      .onConflictDoUpdate({
        target: [webhookSource.tenant, webhookSource.source],
        set: fresh,
        setWhere: isNotNull(webhookSource.revokedAt),
      })
      .returning({ source: webhookSource.source });
    if (made.length === 0)
      return {
        code: "already_exists",
        message: `there is a source "${source}" already: rotate its secret or revoke it`,
      };
    return { id: await addWebhookSecret(transaction, { tenant, source, secret }, { box, now }), secret };
  });
}
