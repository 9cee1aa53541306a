import type { Postgres } from "@watchfloor/sql";
import type { ContactKind } from "../channels/contact-target.js";
import { tellToldContacts } from "./tell-told-contacts.js";

/** Of these a message is wanted; chats and mails say it in what they are told next. */
const TOLD_AT_ONCE: readonly ContactKind[] = ["pagerduty", "webhook"];

/**
 * tellAcknowledged tells machines and on-call services that somebody has taken an incident on: those that were, or are just being, told that it
 * fires, in the same stream and thread. Within the transaction that keeps the acknowledgement.
 */
export async function tellAcknowledged(
  within: Postgres,
  of: { readonly tenant: string; readonly incident: string; readonly now: Date },
): Promise<void> {
  await tellToldContacts(within, { ...of, kind: "acknowledged", channels: TOLD_AT_ONCE });
}
