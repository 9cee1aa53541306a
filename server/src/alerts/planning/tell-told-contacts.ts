import type { Postgres } from "@watchfloor/sql";
import { isReachable } from "../audience/audience.service.js";
import type { ContactKind } from "../channels/contact-target.js";
import type { NoticeKind } from "../channels/notice.js";
import { ContactRepository } from "../contacts/contact.repository.js";
import { DeliveryRepository } from "../delivery/delivery.repository.js";
import { readNotice } from "../delivery/read-notice.js";
import { buildSingleNotice, hashParts } from "./build-notice.js";
import { IncidentFactsRepository } from "./incident-facts.repository.js";
import { IntentRepository } from "./intent.repository.js";
import { queueNotice, readContactKind } from "./queue-notice.js";

/** ToldChange is something that happened to an incident between its beginning and its end. */
export interface ToldChange {
  readonly tenant: string;
  readonly incident: string;
  readonly kind: NoticeKind;
  /** Who is told at once. */
  readonly channels: readonly ContactKind[];
  readonly remarks?: readonly string[];
  readonly now: Date;
}

/** tellToldContacts tells a change to the contacts that were, or are just being, told that an incident fires, in the same stream and thread. */
export async function tellToldContacts(within: Postgres, change: ToldChange): Promise<void> {
  const { tenant, incident, kind, channels, remarks = [], now } = change;
  const contacts = new Map(
    (await new ContactRepository(within).list(tenant))
      .filter((contact) => isReachable(contact) && channels.includes(readContactKind(contact)))
      .map((contact) => [contact.id, contact]),
  );
  const intents = await new IntentRepository(within).listOfIncident(tenant, incident);
  const telling = intents.flatMap((intent) =>
    intent.kind === "fired" && intent.delivery !== null && contacts.has(intent.contact) ? [intent.delivery] : [],
  );
  const facts = (await new IncidentFactsRepository(within).load(tenant, [incident])).get(incident);
  if (facts === undefined) return;
  for (const row of await new DeliveryRepository(within).findMany(tenant, telling)) {
    const contact = contacts.get(row.contact);
    if (contact === undefined || row.state === "dead" || row.state === "cancelled") continue;
    const delivery = hashParts(incident, row.contact, kind, now.getTime());
    const { thread } = readNotice(row.payload);
    const notice = buildSingleNotice(kind, facts, { delivery, at: now.getTime(), thread, remarks });
    await queueNotice(within, { contact, notice, stream: row.stream, subscription: row.subscription, now });
  }
}
