import type { AnsweredValue } from "../../metrics/execution/metric-answer.js";
import type { BreachLine, NamedLine, PromiseLine, ReportContent } from "../content/report-content.js";

/** REPORT_COLUMNS of the one table; what a row has nothing to say about is empty. */
export const REPORT_COLUMNS = [
  "section",
  "item",
  "item_title",
  "policy",
  "policy_title",
  "metric",
  "metric_title",
  "value",
  "unit",
  "currency",
  "numerator",
  "denominator",
  "coverage",
  "target",
  "previous",
  "empty_because",
  "run",
  "place",
  "started_at",
  "due_at",
  "finished_at",
  "lateness_seconds",
  "outcome",
  "text",
] as const;

/** ReportRow is a row of it. Ratios are 0..1, durations seconds, money major units, instants RFC 3339 in UTC; nothing is rounded. */
export type ReportRow = Readonly<Partial<Record<(typeof REPORT_COLUMNS)[number], string | number | null>>>;

/** listReportRows writes everything a report says as rows of one table. */
export function listReportRows(content: ReportContent): ReportRow[] {
  const { kpis, promises, breaches, exceptions, coverageBySource, coverageByStore, coverageByDay } = content;
  return [
    ...listFacts(content),
    ...kpis.map(({ metric, value, before, target }): ReportRow => ({
      ...{ section: "key_figure", metric_title: metric.title, ...readValue(value) },
      ...{ target, previous: before?.value ?? null },
    })),
    ...promises.flatMap(listPromise),
    ...breaches.map(readBreach),
    ...listNamed("exceptions", exceptions),
    ...listNamed("coverage_by_source", coverageBySource),
    ...listNamed("coverage_by_store", coverageByStore),
    ...coverageByDay.map(({ at, coverage }): ReportRow => ({
      ...{ section: "coverage_by_day", item: at.toISOString(), metric: "coverage", value: coverage, unit: "ratio" },
    })),
    ...content.definitions.map(({ metric, version }): ReportRow => ({
      ...{ section: "definition", item: version, metric: metric.id, metric_title: metric.title, unit: metric.unit },
      text: `${metric.meaning} ${metric.formulaWords}`,
    })),
  ];
}

function listFacts({
  brand,
  tenantTitle,
  clientTitle,
  terms,
  earlier,
  madeAt,
  asOf,
  ...rest
}: ReportContent): ReportRow[] {
  const facts: Readonly<Record<string, string>> = {
    made_by: tenantTitle,
    made_with: brand.productName,
    client: terms.client,
    client_title: clientTitle,
    period: terms.period,
    from: terms.from.toISOString(),
    to: terms.to.toISOString(),
    compared_from: earlier.from.toISOString(),
    compared_to: earlier.to.toISOString(),
    time_zone: terms.timeZone,
    made_at: madeAt.toISOString(),
    data_as_of: asOf.toISOString(),
    limited_to: rest.limitWords.join("; "),
  };
  return [
    ...Object.entries(facts).map(([item, text]): ReportRow => ({ section: "report", item, text })),
    { section: "report", item: "breaches", value: rest.breachCount, unit: "count" },
    { section: "report", item: "coverage", value: rest.coverage, unit: "ratio" },
  ];
}

function readValue(value: AnsweredValue): ReportRow {
  const { metric, unit, currency, numerator, denominator, coverage, nullReason } = value;
  return {
    ...{ metric, value: value.value, unit, currency, numerator, denominator, coverage },
    empty_because: nullReason?.toLowerCase() ?? null,
  };
}

function listPromise({ workflow, workflowTitle, policy, policyTitle, targets, values }: PromiseLine): ReportRow[] {
  const target = targets.at(-1)?.target ?? null;
  return values.map((value) => ({
    ...{ section: "promise", item: workflow, item_title: workflowTitle, policy, policy_title: policyTitle },
    ...{ ...readValue(value), target: value.metric === "sla_attainment" ? target : null },
  }));
}

function listNamed(section: string, lines: readonly NamedLine[]): ReportRow[] {
  return lines.flatMap(({ id, title, values }) =>
    values.map((value) => ({ section, item: id, item_title: title, ...readValue(value) })),
  );
}

function readBreach(breach: BreachLine): ReportRow {
  const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const { workflow, workflowTitle, run, place, latenessSeconds, outcome, entity, errorCode, currency } = breach;
  return {
    ...{ section: "breach", item: workflow, item_title: workflowTitle, run, place, outcome },
    ...{ value: currency === "" ? null : breach.amount, unit: currency === "" ? null : "money", currency },
    ...{ started_at: instant(breach.startedAtMs), due_at: instant(breach.dueAtMs) },
    ...{ finished_at: instant(breach.finishedAtMs), lateness_seconds: latenessSeconds },
    text: [entity, errorCode].filter((each) => each !== "").join(" "),
  };
}
