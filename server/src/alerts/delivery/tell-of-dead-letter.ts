import type { Postgres } from "@watchfloor/sql";
import type { Audience } from "../audience/audience.service.js";
import { isReachable, mayKnow } from "../audience/audience.service.js";
import type { Notice } from "../channels/notice.js";
import { ContactRepository, type ContactRow } from "../contacts/contact.repository.js";
import { hashParts } from "../planning/build-notice.js";
import { inTransaction } from "../planning/in-transaction.js";
import { queueNotice } from "../planning/queue-notice.js";
import type { DeliveryRow } from "./delivery.repository.js";
import { queueOwnerMail } from "./owner-mail.js";

const DAY_MS = 86_400_000;

/** DeadLetter is a message that will not be sent any more. */
export interface DeadLetter {
  readonly delivery: DeliveryRow;
  readonly notice: Notice;
  readonly contact: ContactRow;
  readonly audience: Audience;
  readonly now: Date;
}

/** tellOfDeadLetter gives what is critical to the fallback contact of the tenant at once, and tells the owner of the contact, once a day at most. */
export async function tellOfDeadLetter(postgres: Postgres, dead: DeadLetter): Promise<void> {
  const { delivery, contact, now } = dead;
  if (delivery.severity === "critical" && !contact.isFallback) await passToFallback(postgres, dead);
  const since = new Date(now.getTime() - DAY_MS);
  const subject = `Alerts do not reach "${contact.title}"`;
  const text = `A message to "${contact.title}" (${contact.kind}, ${contact.hint}) could not be delivered: ${delivery.lastError ?? "no answer"}\nIt can be sent again from the delivery log.`;
  const { tenant, id, owner } = contact;
  await inTransaction(postgres, async (within) => {
    if (!(await new ContactRepository(within).noteOwnerTold(tenant, id, { now, since }))) return;
    await queueOwnerMail(within, { tenant, occasion: `dead ${id} ${now.getTime()}`, owner, subject, text }, now);
  });
}

async function passToFallback(
  postgres: Postgres,
  { delivery, notice, contact, audience, now }: DeadLetter,
): Promise<void> {
  const fallbacks = [...audience.contacts.values()].filter(({ isFallback, id }) => isFallback && id !== contact.id);
  for (const fallback of fallbacks.filter(isReachable)) {
    const incidents = notice.incidents.filter(({ place }) => {
      const { client, channel, store, partner } = place;
      const of = { client: client ?? "", channel: channel ?? "", store: store ?? "", partner: partner ?? "" };
      return mayKnow(audience, fallback.id, of);
    });
    if (incidents.length === 0) continue;
    const id = hashParts(delivery.id, fallback.id, "fallback");
    const remarks = [...notice.remarks, `This could not be delivered to "${contact.title}".`];
    const passed = { ...notice, delivery: id, incidents, remarks };
    await inTransaction(postgres, (within) =>
      queueNotice(within, { contact: fallback, notice: passed, stream: `fallback ${id}`, subscription: null, now }),
    );
  }
}
