import type { Postgres } from "@watchfloor/sql";
import { isReachable } from "../audience/audience.service.js";
import { ContactRepository } from "../contacts/contact.repository.js";
import { DeliveryRepository } from "../delivery/delivery.repository.js";
import { readNotice } from "../delivery/read-notice.js";
import { buildSingleNotice, hashParts } from "./build-notice.js";
import { IncidentFactsRepository } from "./incident-facts.repository.js";
import { IntentRepository } from "./intent.repository.js";
import { queueNotice, readContactKind } from "./queue-notice.js";

/** Of these a message is wanted; chats and mails say it in what they are told next. */
const TOLD_AT_ONCE: ReadonlySet<string> = new Set(["pagerduty", "webhook"]);

/**
 * tellAcknowledged tells machines and on-call services that somebody has taken an incident on: those that were, or are just being, told that it
 * fires, in the same stream and thread. Within the transaction that keeps the acknowledgement.
 */
export async function tellAcknowledged(
  within: Postgres,
  { tenant, incident, now }: { readonly tenant: string; readonly incident: string; readonly now: Date },
): Promise<void> {
  const contacts = new Map(
    (await new ContactRepository(within).list(tenant))
      .filter((contact) => isReachable(contact) && TOLD_AT_ONCE.has(readContactKind(contact)))
      .map((contact) => [contact.id, contact]),
  );
  const intents = await new IntentRepository(within).listOfIncident(tenant, incident);
  const telling = intents.flatMap(({ kind, delivery, contact }) =>
    kind === "fired" && delivery !== null && contacts.has(contact) ? [delivery] : [],
  );
  const facts = (await new IncidentFactsRepository(within).load(tenant, [incident])).get(incident);
  if (facts === undefined) return;
  for (const row of await new DeliveryRepository(within).findMany(tenant, telling)) {
    const contact = contacts.get(row.contact);
    if (contact === undefined || row.state === "dead" || row.state === "cancelled") continue;
    const delivery = hashParts(incident, row.contact, "acknowledged", now.getTime());
    const { thread } = readNotice(row.payload);
    const notice = buildSingleNotice("acknowledged", facts, { delivery, at: now.getTime(), thread });
    await queueNotice(within, { contact, notice, stream: row.stream, subscription: row.subscription, now });
  }
}
