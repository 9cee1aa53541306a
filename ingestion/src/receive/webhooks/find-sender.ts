import { setImmediate as breathe } from "node:timers/promises";
import type { WebhookSecret } from "@watchfloor/sql";
import type { SignedMessage } from "./signatures/signature-style.js";
import { SIGNATURE_STYLES } from "./signatures/signature-styles.js";

/** FoundSender is whose secret signed a message, or why none can be named. */
export type FoundSender = { readonly sender: WebhookSecret } | { readonly problem: "unsigned" | "ambiguous" };

/** A body of this size takes a millisecond to hash: other requests go on between two secrets. */
const LARGE_BODY_BYTES = 256 * 1024;

/**
 * findSender tries every secret of the source's name, so that the time tells nothing about which one fits, and the tenant comes
 * out of the secret. A secret that two tenants hold names neither: whoever declared it second must not receive the other's events.
 */
export async function findSender(
  secrets: readonly WebhookSecret[],
  messages: readonly SignedMessage[],
  nowMs: number,
): Promise<FoundSender> {
  const found: WebhookSecret[] = [];
  for (const known of secrets)
    for (const message of messages) {
      const { secret } = known;
      const style = SIGNATURE_STYLES[known.style];
      if (secret === undefined || style.checkHeaders(message.headers, nowMs) !== undefined) continue;
      if (style.isSigned(message, secret)) found.push(known);
      if (message.bytes.length > LARGE_BODY_BYTES) await breathe();
    }
  const [sender] = found;
  if (sender === undefined) return { problem: "unsigned" };
  return found.some(({ tenant }) => tenant !== sender.tenant) ? { problem: "ambiguous" } : { sender };
}
