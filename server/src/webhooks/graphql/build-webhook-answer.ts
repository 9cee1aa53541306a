import type { NewWebhookSecret as StoredSecret, WebhookProblem as Refused } from "@watchfloor/sql";
import type { NewWebhookSecret, RevokedWebhook, WebhookProblem } from "./webhook-result.type.js";

/** buildSecretAnswer shows a secret that was made, this once; one that was given is not repeated. */
export function buildSecretAnswer(
  made: StoredSecret | Refused,
  { source, secret }: { source: string; secret?: string | null | undefined },
): NewWebhookSecret | WebhookProblem {
  if ("code" in made) return buildWebhookProblem(made);
  return { id: made.id, source, secret: secret == null ? made.secret : null };
}

/** buildRevokeAnswer says how many secrets of a source ended. */
export function buildRevokeAnswer(ended: number | Refused, source: string): RevokedWebhook | WebhookProblem {
  return typeof ended === "number" ? { source, endedSecrets: ended } : buildWebhookProblem(ended);
}

function buildWebhookProblem({ code, message }: Refused): WebhookProblem {
  return { code: code.toUpperCase(), message };
}
