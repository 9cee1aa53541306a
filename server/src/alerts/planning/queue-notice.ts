import type { Postgres } from "@watchfloor/sql";
import { z } from "zod";
import type { Notice } from "../channels/notice.js";
import { CONTACT_KINDS, type ContactKind } from "../channels/contact-target.js";
import type { ContactRow } from "../contacts/contact.repository.js";
import { DeliveryRepository, type DeliveryRow } from "../delivery/delivery.repository.js";
import { readNotice } from "../delivery/read-notice.js";
import { findSeverity } from "./build-notice.js";
import { IntentRepository } from "./intent.repository.js";
import { LostRace } from "./in-transaction.js";

/** QueuedNotice is a notice on its way to a contact. */
export interface QueuedNotice {
  readonly contact: ContactRow;
  readonly notice: Notice;
  readonly stream: string;
  readonly subscription: string | null;
  readonly now: Date;
}

/** Queued says which delivery tells the notice; null = nobody needs to be told any more. */
export interface Queued {
  readonly delivery: string | null;
}

/** readContactKind reads the channel of a contact. Throws when it is none of ours. */
export function readContactKind({ kind }: Pick<ContactRow, "kind">): ContactKind {
  return z.enum(CONTACT_KINDS).parse(kind);
}

/**
 * queueNotice puts a notice into its stream. What waits there and was never sent is superseded: people get one message that tells both, on-call
 * services neither a trigger nor its end; machines get both in order.
 */
export async function queueNotice(within: Postgres, queued: QueuedNotice): Promise<Queued> {
  const { contact, notice, stream, now } = queued;
  const deliveries = new DeliveryRepository(within);
  const kind = readContactKind(contact);
  const waiting = kind === "webhook" ? undefined : await deliveries.findWaiting(contact.tenant, contact.id, stream);
  if (waiting === undefined) return add(within, queued, notice);
  if (kind !== "pagerduty") {
    await cancel(within, waiting, now);
    const merged = mergeNotices(readNotice(waiting.payload), notice);
    const added = await add(within, queued, merged);
    await new IntentRepository(within).passOn(contact.tenant, waiting.id, merged.delivery);
    return added;
  }
  // Only what never was on the wire can be taken back: of an attempt that failed nobody knows whether it arrived.
  const isUnsent = waiting.attempt === 0 && waiting.purpose === "fired" && notice.kind === "resolved";
  if (!isUnsent) return add(within, queued, notice);
  await cancel(within, waiting, now);
  await new IntentRepository(within).decideDelivery(contact.tenant, waiting.id, "superseded", now);
  return { delivery: null };
}

async function add(within: Postgres, queued: QueuedNotice, notice: Notice): Promise<Queued> {
  const { contact, stream, subscription, now } = queued;
  await new DeliveryRepository(within).add({
    ...{ tenant: contact.tenant, id: notice.delivery, version: 1, contact: contact.id, channel: contact.kind, stream },
    ...{ purpose: notice.kind, severity: findSeverity(notice), subscription, payload: { ...notice } },
    ...{ state: "pending", nextAt: now, createdAt: now },
  });
  return { delivery: notice.delivery };
}

async function cancel(within: Postgres, waiting: DeliveryRow, now: Date): Promise<void> {
  const isOurs = await new DeliveryRepository(within).cas(waiting, { state: "cancelled", nextAt: null, endedAt: now });
  if (!isOurs) throw new LostRace();
}

/** What the earlier message would have told, and the later one does not tell anew, is told with it. */
function mergeNotices(earlier: Notice, later: Notice): Notice {
  const told = new Set(later.incidents.map(({ incident }) => incident));
  const isNew = new Set(earlier.incidents.filter((each) => each.isNew).map(({ incident }) => incident));
  const incidents = [
    ...later.incidents.map((each) => (isNew.has(each.incident) ? { ...each, isNew: each.state === "firing" } : each)),
    ...earlier.incidents.filter(({ incident }) => !told.has(incident)),
  ];
  const sorted = [...incidents].sort(
    (left, right) => Number(left.state === "resolved") - Number(right.state === "resolved"),
  );
  const endedUnseen = later.incidents.some(({ incident, state }) => state === "resolved" && isNew.has(incident));
  const remark = endedUnseen ? ["It began and ended before this message could be sent."] : [];
  return { ...later, incidents: sorted, remarks: [...new Set([...earlier.remarks, ...later.remarks, ...remark])] };
}
