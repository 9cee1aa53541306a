import { buildIncidentKey, readIncidentCursor, writeIncidentCursor } from "../incidents/incident-order.js";
import type { IncidentRecord } from "../incidents/incident-record.js";
import type {
  IncidentFacts,
  IncidentListQuestion,
  IncidentPage,
  IncidentStory,
} from "../incidents/incident-views.service.js";
import type { AlertIncident, AlertIncidentConnection, AlertIncidentDetail } from "./alert-incident.type.js";
import { buildLabels } from "./alert-label.type.js";
import type { IncidentFilterInput } from "./incident-filter.input.js";
import { buildIncidentRule } from "./incident-rule.type.js";

const readText = (text: string) => (text === "" ? null : text);

/** buildIncident shapes an incident with what stands beside it. */
export function buildIncident(record: IncidentRecord, { rules, children }: IncidentFacts): AlertIncident {
  const { ruleId, severity, status, labels, client, channel, store, partner, ...more } = record;
  const { all, unresolved } = children.get(record.id) ?? { all: 0, unresolved: 0 };
  const { title, unit } = rules.get(ruleId) ?? { title: ruleId, unit: "count" };
  return {
    ...more,
    ...{ rule: ruleId, severity: severity.toUpperCase(), status: status.toUpperCase(), labels: buildLabels(labels) },
    ...{ client: readText(client), channel: readText(channel), store: readText(store), partner: readText(partner) },
    ...{ ruleTitle: title, unit, childCount: all, unresolvedChildCount: unresolved },
  };
}

/** buildStory shapes an incident with its timeline and what stands around it. */
export function buildStory({ detail, parent, alike, rule, facts }: IncidentStory): AlertIncidentDetail {
  const { incident, notes, transitions, children } = detail;
  const build = (record: IncidentRecord) => buildIncident(record, facts);
  return {
    incident: build(incident),
    timeline: notes.map(({ author, ...note }) => ({ ...note, author: readText(author) })),
    transitions: transitions.map(({ evidence, ...row }) => ({ ...row, evidence: JSON.stringify(evidence) })),
    ...{ children: children.map(build), alike: alike.map(build), people: [...facts.people] },
    parent: parent === undefined ? null : build(parent),
    rule: rule === undefined ? null : buildIncidentRule(rule),
  };
}

/** buildPage shapes a page of which one row more than wanted was read. */
export function buildPage({ rows, order, facts }: IncidentPage, first: number): AlertIncidentConnection {
  const shown = rows.slice(0, first);
  const last = shown[shown.length - 1];
  const endCursor = last === undefined ? null : writeIncidentCursor(buildIncidentKey(last, order));
  return {
    nodes: shown.map((record) => buildIncident(record, facts)),
    people: [...facts.people],
    pageInfo: { endCursor, hasNextPage: rows.length > first },
  };
}

/** readIncidentQuestion reads a filter; a cursor that is none of the order begins anew. */
export function readIncidentQuestion(
  filter: IncidentFilterInput | null | undefined,
  { first, after, by }: { first: number; after: string | null; by: IncidentListQuestion["by"] },
): IncidentListQuestion {
  const lower = <Word extends string>(words: readonly string[] | null | undefined) =>
    // NOTE: the enums of the schema are these words in upper case.
    words?.map((word) => word.toLowerCase() as Word);
  const { client, channel, store, partner } = filter?.place ?? {};
  const place = Object.fromEntries(
    Object.entries({ client, channel, store, partner }).flatMap(([name, id]) => (id == null ? [] : [[name, id]])),
  );
  return {
    ...{ statuses: lower(filter?.statuses), severities: lower(filter?.severities), by, limit: first + 1 },
    ...{ rules: filter?.rules ?? undefined, owner: filter?.owner ?? undefined, place },
    ...{ from: filter?.from ?? undefined, to: filter?.to ?? undefined, parent: filter?.parent ?? undefined },
    ...{ within: filter?.scope ?? undefined, isGrouped: filter?.isGrouped ?? false },
    words: filter?.search ?? undefined,
    after: after === null ? undefined : readIncidentCursor(after, by),
  };
}
