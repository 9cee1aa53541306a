import type { WebhookStyle } from "@watchfloor/sql";
import { buildHmacSignature } from "./build-hmac-signature.js";
import type { SignatureStyle } from "./signature-style.js";
import { standardSignature } from "./standard-signature.js";

/** SIGNATURE_STYLES are the ways a webhook source may sign. */
export const SIGNATURE_STYLES: Readonly<Record<WebhookStyle, SignatureStyle>> = {
  standard: standardSignature,
  shopify: buildHmacSignature({
    header: "x-shopify-hmac-sha256",
    prefix: "",
    encoding: "base64",
    delivery: "x-shopify-webhook-id",
  }),
  github: buildHmacSignature({
    header: "x-hub-signature-256",
    prefix: "sha256=",
    encoding: "hex",
    delivery: "x-github-delivery",
  }),
};
