import { Webhook } from "standardwebhooks";
import { isSameText } from "./is-same-text.js";
import { readHeader } from "./read-header.js";
import type { SignatureStyle } from "./signature-style.js";

/** Senders sign the time: an older or later message may be an old one that somebody kept (Standard Webhooks, "Verifying timestamp"). */
const TOLERANCE_SECONDS = 5 * 60;

/** standardSignature checks Standard Webhooks: `webhook-id`, `webhook-timestamp` and one or more `v1,<base64>` in `webhook-signature`. */
export const standardSignature: SignatureStyle = {
  checkHeaders(headers, nowMs) {
    const timestamp = readHeader(headers, "webhook-timestamp");
    if (readHeader(headers, "webhook-id") === undefined || readHeader(headers, "webhook-signature") === undefined)
      return "send the headers webhook-id, webhook-timestamp and webhook-signature";
    if (timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return "webhook-timestamp must be seconds since 1970";
    return Math.abs(nowMs / 1000 - Number(timestamp)) > TOLERANCE_SECONDS
      ? "webhook-timestamp is more than 5 minutes from now: sign each attempt anew, and check the sender's clock"
      : undefined;
  },
  isSigned({ headers, text }, secret) {
    const [id = "", timestamp = "", signatures = ""] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map(
      (name) => readHeader(headers, name),
    );
    // NOTE: the library's own `verify` reads the clock itself; its `sign` is what both sides have in common.
    const expected = new Webhook(secret).sign(id, new Date(Number(timestamp) * 1000), text());
    let isFound = false;
    for (const signature of signatures.split(" ")) isFound = isSameText(signature, expected) || isFound;
    return isFound;
  },
  findDelivery: (headers) => readHeader(headers, "webhook-id"),
};
