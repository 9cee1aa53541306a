import { Webhook } from "standardwebhooks";
import type { SigningSecret } from "../contact-target.js";

/** SignedHeaders are the three headers of Standard Webhooks 1.0. */
export interface SignedHeaders {
  readonly "webhook-id": string;
  readonly "webhook-timestamp": string;
  readonly "webhook-signature": string;
}

/** signWebhook signs exactly these bytes for this attempt, with every secret that still counts at `now`, the newest first. */
export function signWebhook(
  { id, body, now }: { readonly id: string; readonly body: string; readonly now: Date },
  secrets: readonly SigningSecret[],
): SignedHeaders {
  const seconds = Math.floor(now.getTime() / 1_000);
  const valid = secrets.filter(({ until }) => until === null || until > now.getTime());
  const signatures = valid.map(({ secret }) => new Webhook(secret).sign(id, new Date(seconds * 1_000), body));
  return {
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": signatures.join(" "),
  };
}
