import { randomUUID } from "node:crypto";
import type { PostgresDatabase } from "../postgres/postgres.js";
import { webhookSecret } from "../postgres/schema/webhooks.js";
import type { SecretBox } from "../secrets/secret-box.js";
import { buildSecretPlace } from "./build-secret-place.js";

/** addWebhookSecret stores one more secret of a source, encrypted, and gives its id. */
export async function addWebhookSecret(
  db: Pick<PostgresDatabase, "insert">,
  added: { tenant: string; source: string; secret: string },
  { box, now }: { box: SecretBox; now: Date },
): Promise<string> {
  const { tenant, source, secret } = added;
  const id = randomUUID();
  const sealed = box.seal(secret, buildSecretPlace({ tenant, source, id }));
  await db.insert(webhookSecret).values({ id, tenant, source, sealed, createdAt: now });
  return id;
}
