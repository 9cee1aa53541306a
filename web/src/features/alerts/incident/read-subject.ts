import type { ScopeFilterInput } from "../../../graphql/operations.js";
import { buildIncidentFilter, chooseChartSpan } from "./build-incident-filter.js";
import type { IncidentStory } from "./incident-query.js";
import { readJson, readRecord, readRuleFacts } from "./read-rule-facts.js";

/** IncidentSubject is what an incident is about, as a question about figures. */
export interface IncidentSubject {
  /** The metric, null where a rule watches none. */
  readonly metric: string | null;
  readonly filter: ScopeFilterInput;
  readonly span: { readonly from: string; readonly to: string };
  readonly windowSeconds: number | null;
}

/** readSubject reads what an incident is about from its rule and its labels; an anomaly names its metric itself. */
export function readSubject({ rule, incident }: IncidentStory, now: Date): IncidentSubject {
  const facts = readRuleFacts(rule);
  const ruleLabels = readRecord(readJson(rule?.definition ?? "")["labels"]);
  const labelled = incident.labels.find(({ name }) => name === "metric")?.value ?? null;
  return {
    metric: rule?.metric ?? labelled,
    filter: buildIncidentFilter(incident, facts.filter, ruleLabels),
    span: chooseChartSpan(incident, facts.windowSeconds, now),
    windowSeconds: facts.windowSeconds,
  };
}
