import type { NoticeIncident } from "../notice.js";
import { cutText } from "./cut-text.js";
import { describeIncident, type IncidentText } from "./describe-incident.js";

const MAX_TITLE = 100;

/** nameIncident is an incident by its title alone: what its links stand at where a template says the rest. */
export function nameIncident(incident: NoticeIncident): IncidentText {
  return { title: cutText(describeIncident(incident).title, MAX_TITLE), summary: "", facts: [] };
}
