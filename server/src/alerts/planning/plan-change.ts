import type { SubscriptionOptions } from "../audience/subscription-terms.js";
import { subscriptionOptions } from "../audience/subscription-terms.js";
import type { PlannedTransition } from "./alert-planner.js";
import { countFlaps } from "./build-flap-remarks.js";
import { hashParts } from "./build-notice.js";
import { changeGroup } from "./change-group.js";
import { chooseTiming, keepsFlaps, type GroupDocument } from "./group-document.js";
import { flushGroups } from "./flush-groups.js";
import { GROUP_PREFIX, GroupStore } from "./group-store.js";
import { IntentRepository } from "./intent.repository.js";
import { readContactKind } from "./queue-notice.js";
import { loadTickView } from "./tick-view.js";

const DEFAULT_OPTIONS = subscriptionOptions.parse({});

/** planChange puts a beginning or an end into the group of a contact; a contact that is told of each transition gets it at once. */
export async function planChange(planned: PlannedTransition): Promise<void> {
  const { within, transition, contact, intent, now } = planned;
  const { tenant, incidentId } = transition;
  const intents = new IntentRepository(within);
  const beginning = await intents.findBeginning(tenant, contact.id, incidentId);
  const isBeginning = transition.kind === "fired";
  const key = isBeginning ? buildGroupKey(planned) : (beginning?.group ?? undefined);
  const store = new GroupStore(within, tenant);
  const stored = key === undefined ? undefined : await store.find(key);
  const isKnown = stored?.document?.group.members.some(({ incident }) => incident === incidentId) ?? false;
  // Nobody is told the end of what they were never told.
  if (stored === undefined || (!isBeginning && !isKnown))
    return intents.decideOne(tenant, intent, "resolved_before_notify", now);
  const changed = await change(planned, stored.key, stored.document);
  const thread = changed.document.threads[incidentId] ?? beginning?.thread ?? incidentId;
  await intents.moveTo(tenant, intent, { group: stored.key, thread });
  await collapse(planned, changed);
  await store.save(stored, changed.document);
  if (changed.document.mode === "grouped" || changed.document.group.next > now.getTime()) return;
  const view = await loadTickView(within, { tenant, audience: planned.audience, now, around: transition });
  const fresh = await store.find(stored.key);
  return flushGroups([fresh], { within, store, contact, view, now });
}

/** buildGroupKey names the group of an incident: always of one contact and client, and within them of one rule and the labels it is grouped by. */
export function buildGroupKey({ transition, contact, member }: PlannedTransition): string {
  const { ruleId, client, fingerprint, labels } = transition;
  const groupBy = (member?.options ?? DEFAULT_OPTIONS).groupBy.map((label) => `${label}=${labels[label] ?? ""}`);
  const words = contact.mode === "event" ? [fingerprint] : groupBy;
  return `${GROUP_PREFIX}${contact.id}:${hashParts(contact.mode, client, ruleId, ...words)}`;
}

async function change(planned: PlannedTransition, key: string, before: GroupDocument | undefined) {
  const { within, transition, contact, member, now } = planned;
  const options: SubscriptionOptions = member?.options ?? DEFAULT_OPTIONS;
  const { ruleId, fingerprint, client, severity, incidentId } = transition;
  const { mode } = contact;
  const flaps = await countFlaps(within, contact.tenant, { ruleId, fingerprint, now });
  const blank = { contact: contact.id, client, mode, threads: {}, holds: [], quietSince: null };
  return changeGroup(
    before,
    blank,
    {
      member: {
        ...{ incident: incidentId, fingerprint, isCritical: severity === "critical" },
        state: transition.kind === "fired" ? "firing" : "resolved",
      },
      at: now.getTime(),
    },
    {
      ...{ key, timing: chooseTiming(mode, options) },
      isFlapping: flaps.isFlapping && keepsFlaps(mode, readContactKind(contact)),
    },
  );
}

/** What goes on with an incident whose end was not told: that end, and the beginning after it, are told to nobody. */
async function collapse(
  { within, transition, contact, now }: PlannedTransition,
  { document, continues }: { readonly document: GroupDocument; readonly continues: string | null },
): Promise<void> {
  if (continues === null) return;
  const intents = new IntentRepository(within);
  const isTold = document.group.told.includes(transition.incidentId);
  const incidents = isTold ? [continues, transition.incidentId] : [continues];
  await intents.decideWaiting(
    transition.tenant,
    { contact: contact.id, incidents },
    { disposition: "flap_collapsed", now },
  );
}
