import type { Postgres } from "@watchfloor/sql";
import { type AudienceMember } from "../audience/choose-audience.js";
import type { ContactRow } from "../contacts/contact.repository.js";
import type { GroupMember } from "../group/notification-group.js";
import { subscriptionOptions } from "../audience/subscription-terms.js";
import { releaseHolds } from "./change-group.js";
import { flushDocument, type DocumentView, type FlushedDocument } from "./flush-document.js";
import { chooseTiming, type GroupDocument } from "./group-document.js";
import type { GroupStore, StoredGroup } from "./group-store.js";
import { isAcknowledgedAt, type IncidentFacts } from "./incident-facts.js";
import { IncidentFactsRepository } from "./incident-facts.repository.js";
import { tellFlushed, type FlushedGroup } from "./tell-flushed.js";
import { findMember, findMuteReason, findQuietUntil, type TickView } from "./tick-view.js";

/** What a contact is told by that no subscription is about any more: the end of what it was told. */
const DEFAULT_OPTIONS = subscriptionOptions.parse({});

/** FlushOptions are what a tick of some groups of one contact is made with. */
export interface FlushOptions {
  readonly within: Postgres;
  readonly store: GroupStore;
  readonly contact: ContactRow;
  readonly view: TickView;
  readonly now: Date;
}

/** flushGroups is one tick of groups of one contact: what it is to be told goes into the queue, all or nothing of it. */
export async function flushGroups(groups: readonly StoredGroup[], options: FlushOptions): Promise<void> {
  const { within, store, contact, view } = options;
  const flushed: FlushedGroup[] = [];
  for (const stored of groups) {
    if (stored.document === undefined) continue;
    const incidents = stored.document.group.members.map(({ incident }) => incident);
    const facts = await new IncidentFactsRepository(within).load(contact.tenant, incidents);
    const ticked = tick(stored.document, facts, view);
    await store.save(stored, ticked.result.document);
    flushed.push({ ...ticked, facts });
  }
  await tellFlushed(flushed, options);
}

function tick(
  before: GroupDocument,
  facts: ReadonlyMap<string, IncidentFacts>,
  view: TickView,
): { document: GroupDocument; result: FlushedDocument; subscription: string | null } {
  const members = new Map<string, AudienceMember | undefined>();
  for (const [incident, each] of facts) members.set(incident, findMember(view, before.contact, each));
  const first = before.group.members.flatMap(({ incident }) => members.get(incident) ?? [])[0];
  const timing = chooseTiming(before.mode, first?.options ?? DEFAULT_OPTIONS);
  const document = releaseHolds(before, view.at, { key: before.group.key, timing });
  const documentView: DocumentView = {
    timing,
    findMute: ({ incident }) => {
      const known = facts.get(incident);
      return known === undefined ? "no_permission" : findMuteReason(view, known, members.get(incident));
    },
    isAcknowledged: ({ incident }) => {
      const known = facts.get(incident);
      return known !== undefined && isAcknowledgedAt(known, view.at);
    },
    findQuietEnd: ({ incident }: GroupMember) => {
      const member = members.get(incident);
      if (member === undefined) return undefined;
      return findQuietUntil({ severityPasses: member.passesQuietHours, member, mode: document.mode }, view.at);
    },
  };
  return {
    document,
    result: flushDocument(document, view.at, documentView),
    subscription: first?.subscription ?? null,
  };
}
