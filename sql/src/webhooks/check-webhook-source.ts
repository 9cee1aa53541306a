import type { WebhookStyle } from "./webhook-source.js";

/** WEBHOOK_PROBLEM_CODES is the closed list of why a source is not declared or changed. */
export const WEBHOOK_PROBLEM_CODES = [
  "invalid_name",
  "invalid_secret",
  "secret_needed",
  "already_exists",
  "not_found",
  "no_secret_key",
  "too_many_secrets",
] as const;

/** WebhookProblem says why a webhook source cannot be declared or changed and what to do about it. */
export interface WebhookProblem {
  readonly code: (typeof WEBHOOK_PROBLEM_CODES)[number];
  readonly message: string;
}

/** WebhookDeclaration is what a person says about a new source; `secret` undefined = one is made. */
export interface WebhookDeclaration {
  readonly tenant: string;
  readonly source: string;
  readonly style: WebhookStyle;
  readonly mapping: string;
  readonly client: string;
  readonly secret?: string | undefined;
}

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
/** Shorter secrets can be guessed: whoever guesses one sends in the name of its tenant. */
const MIN_SECRET_LENGTH = 16;
const MIN_KEY_BYTES = 16;

/** checkWebhookSource refuses names and secrets that cannot be used; undefined = nothing is wrong. */
export function checkWebhookSource(declared: WebhookDeclaration): WebhookProblem | undefined {
  for (const [what, name] of [
    ["source", declared.source],
    ["mapping", declared.mapping],
  ] as const)
    if (!NAME.test(name))
      return {
        code: "invalid_name",
        message: `the name of a ${what} has lower-case letters, digits and dashes, at most 63: "${name.slice(0, 80)}"`,
      };
  if (declared.client.trim() === "" || declared.client.length > 128)
    return { code: "invalid_name", message: "a source needs a client of at most 128 characters" };
  return checkWebhookSecret(declared.style, declared.secret);
}

/** checkWebhookSecret refuses secrets that are too short, and those of Standard Webhooks that are no base64. */
export function checkWebhookSecret(style: WebhookStyle, secret: string | undefined): WebhookProblem | undefined {
  if (secret === undefined) {
    if (style !== "shopify") return undefined;
    return { code: "secret_needed", message: "Shopify signs with the client secret of its app: give that secret" };
  }
  if (style === "standard" && countKeyBytes(secret) < MIN_KEY_BYTES)
    return {
      code: "invalid_secret",
      message: `a secret of Standard Webhooks is base64 of at least ${MIN_KEY_BYTES} bytes, usually behind "whsec_"`,
    };
  if (secret.length < MIN_SECRET_LENGTH || secret.length > 1024)
    return { code: "invalid_secret", message: `a secret has between ${MIN_SECRET_LENGTH} and 1024 characters` };
  return undefined;
}

function countKeyBytes(secret: string): number {
  const encoded = secret.replace(/^whsec_/, "");
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(encoded) && encoded.length % 4 === 0;
  return isBase64 ? Buffer.from(encoded, "base64").length : 0;
}
