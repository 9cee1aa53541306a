import type { Postgres } from "@watchfloor/sql";
import { z } from "zod";
import { renderInstant } from "../channels/text/render-instant.js";
import type { Notice } from "../channels/notice.js";
import type { ContactRow } from "../contacts/contact.repository.js";
import type { CommittedTransition } from "../publish/transition-sink.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { hashParts } from "./build-notice.js";
import { LostRace } from "./in-transaction.js";
import { IncidentFactsRepository } from "./incident-facts.repository.js";
import { queueNotice } from "./queue-notice.js";

/** GAP_PREFIX begins the keys of what began and ended while alerting stood still, by the contact that is told so. */
export const GAP_PREFIX = "gap:";

/** What was made up for comes rule by rule; a summary waits for the last of them. */
const WAIT_MS = 60_000;
const MOST_LISTED = 10;

const gapDocument = z.strictObject({
  incidents: z.array(z.string()),
  count: z.number(),
  from: z.number(),
  to: z.number(),
});

/** NotedTransition is an end of an episode that nobody was told of, for one contact. */
export interface NotedTransition {
  readonly within: Postgres;
  readonly contact: ContactRow;
  readonly transition: CommittedTransition;
  readonly now: Date;
}

/** noteGap remembers an episode that began and ended while alerting stood still, for one summary to the contact; an on-call service is told nothing. */
export async function noteGap({ within, contact, transition, now }: NotedTransition): Promise<void> {
  if (contact.kind === "pagerduty") return;
  const documents = new AlertDocumentRepository(within);
  const key = GAP_PREFIX + contact.id;
  const stored = await documents.get(contact.tenant, key);
  const read = gapDocument.safeParse(stored?.doc);
  const { slotAt, incidentId, kind } = transition;
  const before = read.success ? read.data : { incidents: [], count: 0, from: slotAt, to: slotAt };
  const isNew = kind === "fired";
  const doc = {
    incidents: isNew ? [...before.incidents, incidentId].slice(0, MOST_LISTED) : before.incidents,
    count: before.count + (isNew ? 1 : 0),
    from: Math.min(before.from, slotAt),
    to: Math.max(before.to, slotAt),
  };
  const nextAt = new Date(now.getTime() + WAIT_MS);
  if (!(await documents.cas(contact.tenant, { key, version: stored?.version ?? 0, doc, nextAt }))) throw new LostRace();
}

/** tellGap sends the summary of a contact, once it is due, and forgets it. */
export async function tellGap(
  contact: ContactRow,
  { within, now }: { readonly within: Postgres; readonly now: Date },
): Promise<void> {
  const documents = new AlertDocumentRepository(within);
  const key = GAP_PREFIX + contact.id;
  const stored = await documents.get(contact.tenant, key);
  const read = gapDocument.safeParse(stored?.doc);
  const isOurs =
    stored !== undefined &&
    (await documents.cas(contact.tenant, { key, version: stored.version, doc: {}, nextAt: null }));
  if (!isOurs) throw new LostRace();
  if (!read.success || read.data.count === 0) return;
  const { incidents, count, from, to } = read.data;
  const facts = await new IncidentFactsRepository(within).load(contact.tenant, incidents);
  const id = hashParts(GAP_PREFIX, contact.id, from, now.getTime());
  const notice: Notice = {
    ...{ kind: "digest", delivery: id, thread: id, at: now.getTime() },
    headline: `${count} ${count === 1 ? "incident" : "incidents"} began and ended while alerting stood still`,
    incidents: incidents.flatMap((incident) => facts.get(incident)?.notice ?? []),
    more: Math.max(0, count - incidents.length),
    remarks: [`Between ${renderInstant(from)} and ${renderInstant(to)}; all of them are over.`],
  };
  await queueNotice(within, { contact, notice, stream: id, subscription: null, now });
}
