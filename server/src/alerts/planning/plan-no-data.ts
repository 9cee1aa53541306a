import { findSilentSource } from "../mute/find-inhibitor.js";
import type { PlannedTransition } from "./alert-planner.js";
import { buildSingleNotice, hashParts } from "./build-notice.js";
import type { Disposition } from "./disposition-words.js";
import { IncidentFactsRepository } from "./incident-facts.repository.js";
import type { IncidentFacts } from "./incident-facts.js";
import { IntentRepository } from "./intent.repository.js";
import { queueNotice } from "./queue-notice.js";
import { findMuteReason, findQuietUntil, loadTickView, type TickView } from "./tick-view.js";

/** planNoData tells that the data of an incident stopped or came back, in a message of its own; a silent source that is told already explains it. */
export async function planNoData(planned: PlannedTransition): Promise<void> {
  const { within, transition, contact, audience, member, intent, now } = planned;
  const { tenant, incidentId, kind } = transition;
  const intents = new IntentRepository(within);
  const facts = (await new IncidentFactsRepository(within).load(tenant, [incidentId])).get(incidentId);
  if (facts === undefined) return intents.decideOne(tenant, intent, "no_permission", now);
  const view = await loadTickView(within, { tenant, audience, now });
  const muted = findNoDataMute(planned, facts, view);
  if (muted !== undefined) return intents.decideOne(tenant, intent, muted, now);
  const remark = kind === "no_data_started" ? "No data since then; its state is not known." : "Data has come back.";
  const delivery = hashParts(transition.id, contact.id, "message");
  const notice = buildSingleNotice("no_data", facts, { delivery, at: transition.slotAt, remarks: [remark] });
  const subscription = member?.subscription ?? null;
  await queueNotice(within, { contact, notice, stream: `no data ${incidentId} ${delivery}`, subscription, now });
  return intents.linkOne(tenant, intent, delivery);
}

function findNoDataMute(
  { contact, member }: PlannedTransition,
  facts: IncidentFacts,
  view: TickView,
): Disposition | undefined {
  const muted = findMuteReason(view, facts, member);
  if (muted !== undefined || member === undefined) return muted;
  const target = { ...facts.subject, incident: facts.notice.incident, ruleKind: facts.notice.rule.kind };
  if (findSilentSource(target, view.firing) !== undefined) return "inhibited";
  const quiet = { severityPasses: member.passesQuietHours, member, mode: contact.mode };
  return findQuietUntil(quiet, view.at) === undefined ? undefined : "quiet_digest";
}
