/** WEBHOOK_STYLES are the ways a sender may sign: Standard Webhooks, Shopify's and GitHub's headers. */
export const WEBHOOK_STYLES = ["standard", "shopify", "github"] as const;

/** WebhookStyle is one of `WEBHOOK_STYLES`. */
export type WebhookStyle = (typeof WEBHOOK_STYLES)[number];

/** WebhookSource is a declared sender of webhooks, as people may see it: never with a secret. */
export interface WebhookSource {
  readonly tenant: string;
  readonly source: string;
  readonly style: WebhookStyle;
  /** Name of a mapping file, without its ending. */
  readonly mapping: string;
  readonly client: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  /** Its secrets, oldest first, revoked ones included. */
  readonly secrets: readonly WebhookSecretSummary[];
}

/** WebhookSecretSummary tells one secret from another without showing it. */
export interface WebhookSecretSummary {
  readonly id: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}
