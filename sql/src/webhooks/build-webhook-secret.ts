import { randomBytes } from "node:crypto";
import type { WebhookStyle } from "./webhook-source.js";

const SECRET_BYTES = 32;

/** buildWebhookSecret makes a secret of 256 random bits in the form its style wants. */
export function buildWebhookSecret(style: WebhookStyle): string {
  const bytes = randomBytes(SECRET_BYTES);
  return style === "standard" ? `whsec_${bytes.toString("base64")}` : `whk_${bytes.toString("base64url")}`;
}
