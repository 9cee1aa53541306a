import type { CommittedTransition } from "../publish/transition-sink.js";
import { decideCause, isCauseOf, type CauseCandidate } from "./decide-cause.js";
import type { IncidentRecord } from "./incident-record.js";
import type { IncidentRepository, NewNote } from "./incident.repository.js";

/** More at once are told without a cause: nobody reads them one by one. */
const MAX_OPEN = 5_000;

/**
 * applyTransitions opens and resolves incidents as instances fire and end, and says which are part of another one. Doing it again changes
 * nothing: incidents and entries of timelines have ids that follow from the transition.
 */
export async function applyTransitions(
  incidents: IncidentRepository,
  tenant: string,
  transitions: readonly CommittedTransition[],
): Promise<void> {
  const fired = transitions.filter(({ kind }) => kind === "fired");
  await incidents.open(
    tenant,
    fired.map(buildIncident),
    fired.map((each) => buildNote(each, "fired", summaryOf(each))),
  );
  if (fired.length > 0) await groupByCause(incidents, tenant, fired);
  for (const transition of transitions) {
    if (transition.kind === "resolved") await resolve(incidents, transition);
    if (transition.kind === "no_data_started" || transition.kind === "no_data_ended")
      await incidents.addNotes(tenant, [buildNote(transition, transition.kind, summaryOf(transition))]);
  }
}

async function resolve(incidents: IncidentRepository, transition: CommittedTransition): Promise<void> {
  const { tenant, incidentId, reason, slotAt } = transition;
  const resolved = { status: "resolved" as const, resolvedAt: new Date(slotAt), resolveReason: reason ?? "cleared" };
  await incidents.change(tenant, incidentId, resolved, ["open", "acknowledged"]);
  // A person closed it while it fired; from now on another episode opens another incident.
  await incidents.change(tenant, incidentId, { isMuted: false });
  await incidents.addNotes(tenant, [buildNote(transition, "resolved", reason ?? "cleared")]);
}

/** What fired is put under what is open, and what is open and has no cause yet under what fired. */
async function groupByCause(
  incidents: IncidentRepository,
  tenant: string,
  fired: readonly CommittedTransition[],
): Promise<void> {
  const open = await incidents.listUnresolved(tenant, MAX_OPEN);
  const candidates = new Map(open.map((incident) => [incident.id, readCandidate(incident)]));
  for (const { incidentId } of fired) {
    const incident = candidates.get(incidentId);
    if (incident === undefined || incident.parent !== null) continue;
    const hasChildren = [...candidates.values()].some(({ parent }) => parent === incident.id);
    if (!hasChildren) await adopt(incidents, tenant, incident, candidates);
    const now = candidates.get(incidentId);
    if (now?.parent !== null) continue;
    for (const other of candidates.values())
      if (other.parent === null && isCauseOf(now, other)) await adopt(incidents, tenant, other, candidates);
  }
}

async function adopt(
  incidents: IncidentRepository,
  tenant: string,
  incident: CauseCandidate,
  candidates: Map<string, CauseCandidate>,
): Promise<void> {
  const decided = decideCause(incident, [...candidates.values()]);
  if (decided === undefined) return;
  await incidents.change(tenant, incident.id, decided);
  candidates.set(incident.id, { ...incident, parent: decided.parent });
  for (const child of candidates.values())
    if (child.parent === incident.id) {
      candidates.set(child.id, { ...child, parent: decided.parent });
      await incidents.change(tenant, child.id, decided);
    }
}

function readCandidate({ id, ruleId, labels, firedAt, parent }: IncidentRecord): CauseCandidate {
  return { id, ruleId, labels, firedAt: firedAt.getTime(), parent };
}

function buildIncident(transition: CommittedTransition): Omit<IncidentRecord, "tenant"> {
  const { incidentId, ruleId, ruleVersion, fingerprint, labels, severity, slotAt, value, threshold } = transition;
  const { client, channel, store, partner } = transition;
  return {
    ...{ id: incidentId, ruleId, ruleVersion, fingerprint, labels, severity, value, threshold },
    ...{ client, channel, store, partner, status: "open", title: summaryOf(transition), firedAt: new Date(slotAt) },
    ...{ resolvedAt: null, resolveReason: null, isMuted: false, owner: null, parent: null, cause: null },
    ...{ acknowledgedBy: null, acknowledgedAt: null, acknowledgedUntil: null },
  };
}

function buildNote(transition: CommittedTransition, kind: string, text: string): NewNote {
  const { id, incidentId, slotAt, value, threshold, evidence } = transition;
  const detail = { value, threshold, evidence };
  return { id: `${id}.${kind}`, incident: incidentId, at: new Date(slotAt), kind, author: "", text, detail };
}

function summaryOf({ evidence, ruleId }: CommittedTransition): string {
  const { summary } = evidence;
  return typeof summary === "string" ? summary : ruleId;
}
