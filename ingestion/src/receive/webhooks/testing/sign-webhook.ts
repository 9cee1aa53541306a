import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";

/** signStandard signs as a sender of Standard Webhooks does, with its library. */
export function signStandard(
  body: string,
  { secret, id, at }: { secret: string; id: string; at: Date },
): Record<string, string> {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign(id, at, body),
  };
}

/** signShopify signs as Shopify documents it. */
export function signShopify(
  body: string | Buffer,
  { secret, topic, id }: { secret: string; topic: string; id: string },
): Record<string, string> {
  return {
    "x-shopify-topic": topic,
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
    "x-shopify-shop-domain": "northmart.myshopify.com",
    "x-shopify-api-version": "2025-07",
    "x-shopify-webhook-id": id,
    "x-shopify-triggered-at": "2026-06-03T12:00:00.000000000Z",
  };
}

/** signGithub signs as GitHub documents it. */
export function signGithub(
  body: string | Buffer,
  { secret, event, id }: { secret: string; event: string; id: string },
): Record<string, string> {
  return {
    "x-github-event": event,
    "x-github-delivery": id,
    "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
  };
}
