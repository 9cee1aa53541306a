import type { SlaPolicyVersion } from "@watchfloor/sql";
import type { AnsweredGroup, AnsweredValue, MetricAnswer } from "../../metrics/execution/metric-answer.js";
import { getMetric } from "../../metrics/metric-catalog.js";
import { buildDefinitionVersion } from "../../metrics/why/build-definition-version.js";
import type { TenantRegistry } from "../../registry/tenant-registry.js";
import type { Breach } from "./breach.repository.js";
import { listPolicyTargets } from "./list-policy-targets.js";
import type { BreachLine, DefinitionLine, KpiLine, NamedLine, PromiseLine, ReportContent } from "./report-content.js";
import { EXCEPTION_METRICS_SHOWN, KPI_METRICS, PROMISE_METRICS_SHOWN, type ReportSection } from "./report-questions.js";

/** ContentFacts is what was gathered for a report. */
export interface ContentFacts extends Pick<
  ReportContent,
  "tenantTitle" | "brand" | "terms" | "earlier" | "madeAt" | "asOf" | "limitWords"
> {
  readonly answers: Readonly<Record<ReportSection, MetricAnswer>>;
  readonly breaches: readonly Breach[];
  readonly policies: readonly SlaPolicyVersion[];
  readonly registry: TenantRegistry;
}

/** shapeContent puts what was gathered into the lines a report is made of. */
export function shapeContent(facts: ContentFacts): ReportContent {
  const { answers, registry, terms } = facts;
  const promises = shapePromises(facts);
  const { tenantTitle, brand, earlier, madeAt, asOf, limitWords } = facts;
  const attainment = findValue(answers.kpis.groups[0], "sla_attainment");
  return {
    ...{ tenantTitle, brand, terms, earlier, madeAt, asOf, limitWords, promises },
    clientTitle: registry.clients.find(({ id }) => id === terms.client)?.title ?? terms.client,
    kpis: shapeKpis(answers, promises),
    breaches: facts.breaches.map((breach) => nameBreach(breach, registry)),
    breachCount: (attainment?.denominator ?? 0) - (attainment?.numerator ?? 0),
    exceptions: answers.exceptions.groups.map(nameGroup),
    coverage: answers.kpis.coverage,
    coverageBySource: answers.coverageBySource.groups.map(nameGroup),
    coverageByStore: answers.coverageByStore.groups.map(nameGroup),
    coverageByDay: (answers.coverageByDay.groups[0]?.values[0]?.series ?? []).map(({ at, value }) => ({
      at,
      coverage: value,
    })),
    definitions: listDefinitions(),
  };
}

/** findValue picks a metric of a group. */
export function findValue(group: AnsweredGroup | undefined, metric: string): AnsweredValue | undefined {
  return group?.values.find((value) => value.metric === metric);
}

function shapeKpis(
  { kpis, kpisBefore, money, moneyBefore }: ContentFacts["answers"],
  promises: readonly PromiseLine[],
): KpiLine[] {
  const target = sumTarget(promises);
  const figures = KPI_METRICS.flatMap((id): KpiLine[] => {
    const value = findValue(kpis.groups[0], id);
    if (value === undefined) return [];
    const before = findValue(kpisBefore.groups[0], id);
    return [{ metric: getMetric(id), value, before, target: id === "sla_attainment" ? target : null }];
  });
  const amounts = money.groups.flatMap(({ values }) =>
    values.map((value): KpiLine => {
      const earlier = moneyBefore.groups.flatMap((group) => group.values);
      const before = earlier.find(({ currency }) => currency === value.currency);
      return { metric: getMetric(value.metric), value, before, target: null };
    }),
  );
  return [...figures, ...amounts];
}

/** What the targets of the policies allow altogether: each policy by how many promises were decided under it; null without policies. */
function sumTarget(promises: readonly PromiseLine[]): number | null {
  const parts = promises.flatMap(({ policy, values }) => {
    const decided = values.find(({ metric }) => metric === "sla_attainment")?.denominator;
    const allowed = values.find(({ metric }) => metric === "error_budget_remaining")?.denominator;
    return policy === null || decided == null || allowed == null ? [] : [{ decided, allowed }];
  });
  const decided = parts.reduce((sum, part) => sum + part.decided, 0);
  const allowed = parts.reduce((sum, part) => sum + part.allowed, 0);
  return decided === 0 ? null : 1 - allowed / decided;
}

function shapePromises({ answers, policies, terms }: ContentFacts): PromiseLine[] {
  const lines = answers.promises.groups.map(({ key, values }): PromiseLine => {
    const workflow = key.find(({ dimension }) => dimension === "WORKFLOW");
    const policy = key.find(({ dimension }) => dimension === "POLICY");
    return {
      workflow: workflow?.id ?? "",
      workflowTitle: workflow?.title ?? workflow?.id ?? "no workflow",
      policy: policy?.id ?? null,
      policyTitle: policy?.title ?? policy?.id ?? "deadline of the source",
      targets: policy?.id == null ? [] : listPolicyTargets(policies, policy.id, terms),
      values,
    };
  });
  return lines
    .filter(({ values }) => values.some(({ value }) => value !== null && value !== 0))
    .sort((a, b) => compareTexts(a.workflowTitle, b.workflowTitle) || compareTexts(a.policyTitle, b.policyTitle));
}

function nameGroup({ key, values }: AnsweredGroup): NamedLine {
  const [part] = key;
  return { id: part?.id ?? "", title: part?.title ?? part?.id ?? "not named", values };
}

function nameBreach(breach: Breach, { workflows, stores, channels, partners }: TenantRegistry): BreachLine {
  const { client } = breach;
  const find = (entries: readonly { client: string; id: string; title: string }[], id: string) =>
    id === "" ? [] : [entries.find((entry) => entry.client === client && entry.id === id)?.title ?? id];
  const place = [
    ...find(stores, breach.store),
    ...find(channels, breach.channel),
    ...find(partners, breach.partner),
  ].join(", ");
  return { ...breach, place, workflowTitle: find(workflows, breach.workflow)[0] ?? breach.workflow };
}

function listDefinitions(): DefinitionLine[] {
  const ids = [
    ...new Set([
      ...[...KPI_METRICS, "money_at_risk"],
      ...[...PROMISE_METRICS_SHOWN, ...EXCEPTION_METRICS_SHOWN],
      "coverage",
    ]),
  ];
  return ids.map((id) => {
    const metric = getMetric(id);
    return { metric, version: buildDefinitionVersion(metric) };
  });
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
