import type { IncidentRowFragment } from "../../../graphql/operations.js";
import { renderAge } from "../incidents/describe-incident.js";
import { severityWords } from "../severity-mark.js";

const states: Readonly<Record<IncidentRowFragment["status"], string>> = {
  OPEN: "fires, not acknowledged",
  ACKNOWLEDGED: "fires, acknowledged",
  RESOLVED: "over",
};

/** describeStanding says in one line how bad an incident is, how it stands and for how long. */
export function describeStanding(incident: IncidentRowFragment, now: Date): string {
  const { status, isMuted, severity } = incident;
  const state = isMuted ? "closed by a person, fires still" : states[status];
  const age = status === "RESOLVED" ? `lasted ${renderAge(incident, now)}` : `for ${renderAge(incident, now)}`;
  return `${severityWords[severity]}, ${state}, ${age}`;
}
