import type { Postgres } from "@watchfloor/sql";
import type { ContactKind } from "../channels/contact-target.js";
import { tellToldContacts } from "./tell-told-contacts.js";

/** NOTE: the types of generic webhooks are a closed list without a word for this; they see it in what they are told next. */
const TOLD_AT_ONCE: readonly ContactKind[] = ["pagerduty"];
const WORDS = {
  withdrawn: "Nobody has it any more: the acknowledgement was withdrawn.",
  expired: "Nobody has it any more: the acknowledgement is over, and it fires still.",
} as const;

/**
 * tellUnacknowledged tells on-call services that nobody has an incident any more. Their protocol takes no acknowledgement back: this is a trigger of
 * the same key, which stands in their log and on their alert. Within the transaction that opens the incident again.
 */
export async function tellUnacknowledged(
  within: Postgres,
  {
    why,
    ...of
  }: { readonly tenant: string; readonly incident: string; readonly why: keyof typeof WORDS; readonly now: Date },
): Promise<void> {
  await tellToldContacts(within, { ...of, kind: "unacknowledged", channels: TOLD_AT_ONCE, remarks: [WORDS[why]] });
}
