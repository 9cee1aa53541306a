import type { AlertProblem as Refusal } from "../alert-problem.js";
import type { IncidentRecord } from "../incidents/incident-record.js";
import type { IncidentQuestion } from "../incidents/incident.repository.js";
import type { IncidentDetail } from "../incidents/incidents.service.js";
import type { AlertIncident, AlertIncidentConnection, AlertIncidentDetail } from "./alert-incident.type.js";
import { buildLabels } from "./alert-label.type.js";
import { buildProblem, type AlertProblem } from "./alert-problem.type.js";
import type { IncidentFilterInput } from "./incident-filter.input.js";

const readText = (text: string) => (text === "" ? null : text);

/** buildIncident shapes an incident. */
export function buildIncident(record: IncidentRecord): AlertIncident {
  const { ruleId, severity, status, labels, client, channel, store, partner, ...more } = record;
  return {
    ...more,
    ...{ rule: ruleId, severity: severity.toUpperCase(), status: status.toUpperCase(), labels: buildLabels(labels) },
    ...{ client: readText(client), channel: readText(channel), store: readText(store), partner: readText(partner) },
  };
}

/** buildDetail shapes an incident with its timeline. */
export function buildDetail({ incident, notes, transitions, children }: IncidentDetail): AlertIncidentDetail {
  return {
    incident: buildIncident(incident),
    timeline: notes.map(({ author, ...note }) => ({ ...note, author: readText(author) })),
    transitions: transitions.map(({ evidence, ...row }) => ({ ...row, evidence: JSON.stringify(evidence) })),
    children: children.map(buildIncident),
  };
}

/** buildIncidentAnswer shapes an incident or why nothing was done about it. */
export function buildIncidentAnswer(answer: IncidentDetail | Refusal): AlertIncidentDetail | AlertProblem {
  return "code" in answer ? buildProblem(answer) : buildDetail(answer);
}

/** buildPage shapes a page of which one row more than wanted was read. */
export function buildPage(rows: readonly IncidentRecord[], first: number): AlertIncidentConnection {
  const shown = rows.slice(0, first);
  const last = shown[shown.length - 1];
  const endCursor = last === undefined ? null : `${last.firedAt.toISOString()} ${last.id}`;
  return { nodes: shown.map(buildIncident), pageInfo: { endCursor, hasNextPage: rows.length > first } };
}

/** readIncidentQuestion reads a filter; a cursor that is none begins anew. */
export function readIncidentQuestion(
  filter: IncidentFilterInput | null | undefined,
  { first, after }: { first: number; after: string | null },
): IncidentQuestion {
  const lower = <Word extends string>(words: readonly string[] | null | undefined) =>
    // NOTE: the enums of the schema are these words in upper case.
    words?.map((word) => word.toLowerCase() as Word);
  const { client, channel, store, partner } = filter?.place ?? {};
  const place = Object.fromEntries(
    Object.entries({ client, channel, store, partner }).flatMap(([name, id]) => (id == null ? [] : [[name, id]])),
  );
  const [at = "", id = ""] = after?.split(" ") ?? [];
  const firedAt = new Date(at);
  return {
    ...{ statuses: lower(filter?.statuses), severities: lower(filter?.severities) },
    ...{ rules: filter?.rules ?? undefined, owner: filter?.owner ?? undefined, place },
    ...{ from: filter?.from ?? undefined, to: filter?.to ?? undefined, limit: first + 1 },
    after: Number.isNaN(firedAt.getTime()) ? undefined : { firedAt, id },
  };
}
