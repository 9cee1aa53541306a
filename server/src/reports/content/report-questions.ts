import type { PeriodCalendar } from "../../metrics/metric-words.js";
import type { MetricQuestion } from "../../metrics/query/metric-query.js";

/** KPI_METRICS are the key figures of a report, in the order in which they are read. */
export const KPI_METRICS = [
  "sla_attainment",
  "on_time_rate",
  "success_rate",
  "first_pass_rate",
  "runs_finished",
  "duration_p95",
  "automation_rate",
  "exceptions_raised",
  "exceptions_open",
  "exception_resolution_p50",
] as const;

/** PROMISE_METRICS_SHOWN are the columns of the table of promises. */
export const PROMISE_METRICS_SHOWN = [
  "sla_attainment",
  "sla_met",
  "sla_breached",
  "sla_overdue",
  "sla_excluded",
  "error_budget_remaining",
] as const;

/** EXCEPTION_METRICS_SHOWN are the columns of the table of exceptions. */
export const EXCEPTION_METRICS_SHOWN = [
  "exceptions_raised",
  "exceptions_resolved",
  "exceptions_open",
  "exception_resolution_p50",
] as const;

/** REPORT_SECTIONS are the questions of a report, each of them frozen by itself. */
export const REPORT_SECTIONS = [
  "kpis",
  "kpisBefore",
  "money",
  "moneyBefore",
  "promises",
  "exceptions",
  "coverageBySource",
  "coverageByStore",
  "coverageByDay",
] as const;

/** ReportSection is one of them. */
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** SECTION_TITLES name the questions for people. */
export const SECTION_TITLES: Readonly<Record<ReportSection, string>> = {
  kpis: "Key figures",
  kpisBefore: "Key figures of the period before",
  money: "Money at risk",
  moneyBefore: "Money at risk at the end of the period before",
  promises: "Promises by workflow",
  exceptions: "Exceptions by class",
  coverageBySource: "Coverage by source",
  coverageByStore: "Coverage by store",
  coverageByDay: "Coverage by day",
};

/** REPORT_STEPS are the questions in the order in which they are asked; those of one step share what they read. */
export const REPORT_STEPS: readonly { readonly words: string; readonly sections: readonly ReportSection[] }[] = [
  { words: "Key figures, promises and exceptions", sections: ["kpis", "money", "promises", "exceptions"] },
  { words: "The period before", sections: ["kpisBefore", "moneyBefore"] },
  { words: "Coverage", sections: ["coverageBySource", "coverageByStore", "coverageByDay"] },
];

/** MAX_STORES_SHOWN: the stores that were measured least; a report is not a list of all stores. */
export const MAX_STORES_SHOWN = 30;
const MAX_GROUPS = 200;

/** QuestionRange is a period, and the one before it that it is compared with. */
export interface QuestionRange {
  readonly client: string;
  readonly from: Date;
  readonly to: Date;
  readonly earlier: { readonly from: Date; readonly to: Date };
  readonly timeZone: string;
  readonly calendar: PeriodCalendar;
}

/** buildReportQuestions writes the questions of a report: the same that anybody may ask of `metrics`. */
export function buildReportQuestions(range: QuestionRange): Record<ReportSection, MetricQuestion> {
  const { client, from, to, earlier, timeZone, calendar } = range;
  const common = { filter: { clients: [client] }, timeZone, calendar };
  const now = { ...common, from, to };
  const before = { ...common, ...earlier };
  const money = { metrics: ["money_at_risk"], groupBy: ["CURRENCY" as const] };
  const coverage = { ...now, metrics: ["coverage"] };
  const least = { orderBy: { metric: "coverage", direction: "ASCENDING" as const } };
  return {
    kpis: { ...now, metrics: KPI_METRICS },
    kpisBefore: { ...before, metrics: KPI_METRICS },
    money: { ...now, ...money },
    moneyBefore: { ...before, ...money },
    promises: { ...now, metrics: PROMISE_METRICS_SHOWN, groupBy: ["WORKFLOW", "POLICY"], limit: MAX_GROUPS },
    exceptions: {
      ...{ ...now, metrics: EXCEPTION_METRICS_SHOWN, groupBy: ["EXCEPTION_CLASS"], limit: MAX_GROUPS },
      orderBy: { metric: "exceptions_raised", direction: "DESCENDING" },
    },
    coverageBySource: { ...coverage, ...least, groupBy: ["SOURCE"], limit: MAX_GROUPS },
    coverageByStore: { ...coverage, ...least, groupBy: ["STORE"], limit: MAX_STORES_SHOWN },
    coverageByDay: { ...coverage, granularity: "DAY" },
  };
}
