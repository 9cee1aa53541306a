import type { Postgres } from "@watchfloor/sql";
import { mayKnow, isReachable, type Audience } from "../audience/audience.service.js";
import type { ContactRow } from "../contacts/contact.repository.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { subscriptionOptions } from "../audience/subscription-terms.js";
import { buildSingleNotice, hashParts } from "./build-notice.js";
import { changeGroup } from "./change-group.js";
import { decideEscalation, escalationDocument, findNextDue, type EscalationDocument } from "./escalation-document.js";
import { chooseTiming } from "./group-document.js";
import { GROUP_PREFIX, GroupStore } from "./group-store.js";
import { isAcknowledgedAt, type IncidentFacts } from "./incident-facts.js";
import { IncidentFactsRepository } from "./incident-facts.repository.js";
import { LostRace } from "./in-transaction.js";
import { IntentRepository } from "./intent.repository.js";
import { queueNotice } from "./queue-notice.js";
import { loadTickView, type TickView } from "./tick-view.js";

/** EscalationTurnOptions are what one look at one escalation is made with. */
export interface EscalationTurnOptions {
  readonly within: Postgres;
  readonly tenant: string;
  readonly audience: Audience;
  readonly now: Date;
}

/** runEscalation sends the step of an incident that is due, unless somebody has taken it on, silenced it, or it is over. Quiet hours do not count. */
export async function runEscalation(key: string, options: EscalationTurnOptions): Promise<void> {
  const { within, tenant, audience, now } = options;
  const documents = new AlertDocumentRepository(within);
  const stored = await documents.get(tenant, key);
  const read = escalationDocument.safeParse(stored?.doc);
  if (stored === undefined || !read.success) return;
  const { incident } = read.data;
  const facts = (await new IncidentFactsRepository(within).load(tenant, [incident])).get(incident);
  const view = await loadTickView(within, { tenant, audience, now });
  const { document, send } = decideEscalation(read.data, now.getTime(), findStop(facts, view));
  const told = send === undefined || facts === undefined ? [] : await sendStep(send, { facts, document, options });
  const doc = { ...document, told: [...new Set([...document.told, ...told])] };
  // Steps left of an incident that is over have nobody to tell.
  const next = facts === undefined || facts.status === "resolved" ? null : findNextDue(doc);
  const isOurs = await documents.cas(tenant, {
    ...{ key, version: stored.version, doc },
    nextAt: next === null ? null : new Date(next),
  });
  if (!isOurs) throw new LostRace();
}

function findStop(facts: IncidentFacts | undefined, view: TickView): string | undefined {
  if (facts === undefined || facts.status === "resolved") return "resolved";
  if (isAcknowledgedAt(facts, view.at)) return "acknowledged";
  return view.isSilenced(facts.subject, view.at) ? "silenced" : undefined;
}

interface SentStep {
  readonly facts: IncidentFacts;
  readonly document: EscalationDocument;
  readonly options: EscalationTurnOptions;
}

async function sendStep(step: EscalationDocument["due"][number], sent: SentStep): Promise<string[]> {
  const { facts, document, options } = sent;
  const told: string[] = [];
  for (const id of step.contacts) {
    const contact = options.audience.contacts.get(id);
    const isAgain = document.told.includes(id) && !step.repeats;
    if (isAgain || !isReachable(contact) || !mayKnow(options.audience, id, facts.subject.place)) continue;
    await sendTo(contact, step, sent);
    told.push(id);
  }
  return told;
}

async function sendTo(
  contact: ContactRow,
  step: EscalationDocument["due"][number],
  { facts, document, options }: SentStep,
) {
  const { within, now } = options;
  const { incident } = document;
  const delivery = hashParts(incident, step.step, step.loop, contact.id);
  const notice = buildSingleNotice("escalated", facts, {
    ...{ delivery, at: now.getTime() },
    remarks: [`Step ${step.step + 1}${step.loop > 0 ? `, round ${step.loop + 1}` : ""}: nobody has taken it on.`],
  });
  await queueNotice(within, { contact, notice, stream: incident, subscription: null, now });
  await keepTold(contact, facts, { ...options, delivery });
}

/** A contact that was told by a step belongs to those who are told the end. */
async function keepTold(
  contact: ContactRow,
  facts: IncidentFacts,
  { within, tenant, now, delivery }: EscalationTurnOptions & { readonly delivery: string },
): Promise<void> {
  const { incident, transition, rule, place } = facts.notice;
  const intents = new IntentRepository(within);
  if ((await intents.findBeginning(tenant, contact.id, incident)) !== undefined) return;
  const key = `${GROUP_PREFIX}${contact.id}:${hashParts("escalated", incident)}`;
  const at = now.getTime();
  await intents.add({
    ...{
      tenant,
      id: hashParts(transition ?? incident, contact.id),
      transition: transition ?? "",
      kind: "fired",
      incident,
    },
    ...{ contact: contact.id, ...facts.subject.place, thread: incident, group: key, delivery, createdAt: now },
  });
  const timing = chooseTiming("event", subscriptionOptions.parse({}));
  const blank = { contact: contact.id, client: place.client ?? "", mode: "event" as const };
  const member = {
    incident,
    fingerprint: facts.fingerprint,
    state: "firing" as const,
    isCritical: rule.severity === "critical",
  };
  const { document } = changeGroup(
    undefined,
    { ...blank, threads: {}, holds: [], quietSince: null },
    { member, at },
    { key, timing, isFlapping: false },
  );
  const group = { ...document.group, told: [incident], wasFlushed: true };
  await new GroupStore(within, tenant).save({ key, version: 0, document: undefined }, { ...document, group });
}
