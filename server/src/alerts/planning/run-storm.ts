import type { Postgres } from "@watchfloor/sql";
import type { Notice, NoticeIncident } from "../channels/notice.js";
import type { ContactRow } from "../contacts/contact.repository.js";
import { hashParts } from "./build-notice.js";
import { flushStorm, type StormItem } from "./decide-storm.js";
import { GroupStore } from "./group-store.js";
import { IncidentFactsRepository } from "./incident-facts.repository.js";
import { queueNotice } from "./queue-notice.js";

const MOST_SHOWN = 10;
const MOST_COUNTED = 5;
const RANK = { critical: 3, warning: 2, info: 1 } as const;

/** runStorm tells a contact what happened in five minutes of a storm: counts, and the ten gravest. */
export async function runStorm(
  contact: ContactRow,
  { within, now }: { readonly within: Postgres; readonly now: Date },
): Promise<void> {
  const { tenant } = contact;
  const store = new GroupStore(within, tenant);
  const { version, document: before } = await store.findStorm(contact.id);
  if (before.nextDigestAt === null || before.nextDigestAt > now.getTime()) return;
  const { document, items } = flushStorm(before, now.getTime());
  await store.saveStorm(contact.id, version, document);
  if (items.length === 0) return;
  const newest = new Map(items.map((item) => [item.incident, item]));
  const facts = await new IncidentFactsRepository(within).load(tenant, [...newest.keys()]);
  const incidents = [...newest.values()].flatMap(({ incident, state }) => {
    const known = facts.get(incident)?.notice;
    return known === undefined ? [] : [{ ...known, state, isNew: true }];
  });
  const notice = buildStormNotice(contact, incidents, { items, at: now.getTime(), since: before.since ?? 0 });
  await queueNotice(within, { contact, notice, stream: notice.thread, subscription: null, now });
}

function buildStormNotice(
  contact: ContactRow,
  incidents: readonly NoticeIncident[],
  { items, at, since }: { readonly items: readonly StormItem[]; readonly at: number; readonly since: number },
): Notice {
  const gravest = [...incidents].sort(
    (left, right) =>
      Number(left.state === "resolved") - Number(right.state === "resolved") ||
      RANK[right.rule.severity] - RANK[left.rule.severity],
  );
  const count = (name: string, read: (incident: NoticeIncident) => string | null) =>
    renderCounts(name, incidents.map(read));
  return {
    ...{ kind: "digest", at, thread: hashParts("storm", contact.id, since) },
    delivery: hashParts("storm", contact.id, at),
    incidents: gravest.slice(0, MOST_SHOWN),
    more: Math.max(0, gravest.length - MOST_SHOWN),
    remarks: [
      `Very many alerts: ${items.length} messages in 5 min are told together.`,
      ...count("By severity", ({ rule }) => rule.severity),
      ...count("By rule", ({ rule }) => rule.name),
      ...count("By store", ({ place }) => place.store),
    ],
  };
}

function renderCounts(name: string, words: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = [...counts].sort(([, left], [, right]) => right - left).slice(0, MOST_COUNTED);
  return most.length === 0 ? [] : [`${name}: ${most.map(([word, times]) => `${word} ${times}`).join(", ")}.`];
}
