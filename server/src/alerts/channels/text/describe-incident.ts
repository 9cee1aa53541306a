import type { NoticeIncident } from "../notice.js";
import { renderInstant } from "./render-instant.js";
import { renderNumber } from "./render-number.js";
import { renderPlace } from "./render-headline.js";

/** IncidentText is an incident in words, nothing of it escaped yet. */
export interface IncidentText {
  /** Such as "NEW critical: Orders late, s1". */
  readonly title: string;
  readonly summary: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** Labels that the title or the place say already. */
const SAID = new Set(["tenant", "client", "store", "channel", "partner", "severity", "alertname"]);

/** describeIncident puts an incident into words for people; an end without data is never called a recovery. */
export function describeIncident(incident: NoticeIncident): IncidentText {
  const { rule, state, summary } = incident;
  const place = renderPlace(incident);
  const word = state === "resolved" ? renderEnd(incident) : `${incident.isNew ? "NEW " : ""}${rule.severity}`;
  return {
    title: `${word}: ${rule.name}${place === "" ? "" : `, ${place}`}`,
    summary,
    facts: [
      ...listTimes(incident),
      ...listTaken(incident),
      ...listNumbers(incident),
      ...listPlaces(incident),
      ...listLabels(incident),
    ],
  };
}

function renderEnd({ reason }: NoticeIncident): string {
  if (reason === "no_data") return "closed, state unknown";
  if (reason === "rule_deleted" || reason === "rule_paused" || reason === "rule_updated")
    return `closed (${reason.replace("_", " ")})`;
  return reason === "manual" ? "closed by a person" : "resolved";
}

function listTimes({ firedAt, resolvedAt }: NoticeIncident): [string, string][] {
  const times: [string, number | null][] = [
    ["Since", firedAt],
    ["Until", resolvedAt],
  ];
  return times.flatMap(([name, at]) => (at === null ? [] : [[name, renderInstant(at)] as [string, string]]));
}

function listTaken({ acknowledged }: NoticeIncident): [string, string][] {
  if (acknowledged == null) return [];
  return [["Acknowledged", `${acknowledged.by}, ${renderInstant(acknowledged.at)}`]];
}

function listNumbers({ value, threshold, windowSeconds }: NoticeIncident): [string, string][] {
  const numbers: [string, string][] = [];
  if (value !== null) numbers.push(["Value", renderNumber(value)]);
  if (threshold !== null) numbers.push(["Threshold", renderNumber(threshold)]);
  if (windowSeconds !== null) numbers.push(["Window", `${windowSeconds} s`]);
  return numbers;
}

function listPlaces({ place }: NoticeIncident): [string, string][] {
  const { client, store, channel, partner } = place;
  const places: [string, string | null][] = [
    ["Client", client],
    ["Store", store],
    ["Channel", channel],
    ["Partner", partner],
  ];
  return places.flatMap(([name, id]) => (id === null ? [] : [[name, id] as [string, string]]));
}

function listLabels({ labels }: NoticeIncident): [string, string][] {
  return Object.entries(labels).filter(([name, value]) => !SAID.has(name) && value !== "");
}
