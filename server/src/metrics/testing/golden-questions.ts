import { buildReach, type ReachFilter } from "../../scope/reach.js";
import { buildScope, type ScopeLimits } from "../../scope/scope.js";
import type { Statement } from "../compiler/statement.js";
import { listRolledMetrics } from "../../rollups/list-rolled-metrics.js";
import { buildPromiseRules } from "../../sla/promises/promise-rules.js";
import { GOLDEN_BOOK } from "../../sla/testing/golden-book.js";
import type { RolledFacts } from "../execution/rolled-facts.js";
import { planMetrics, planSeries, type PlanQuestion } from "../execution/plan-metrics.js";
import { BUSINESS_METRICS } from "../catalogue/business-metrics.js";
import { DELTA_METRICS } from "../catalogue/delta-metrics.js";
import { STEP_METRICS } from "../catalogue/step-metrics.js";
import { METRIC_CATALOG, readTerms } from "../metric-catalog.js";
import type { MetricDefinition } from "../metric-definition.js";
import type { Dimension, Moment } from "../metric-words.js";
import { buildBucketEdges } from "../query/build-bucket-edges.js";

interface GoldenQuestion {
  readonly name: string;
  readonly metrics: readonly string[];
  readonly dimensions?: readonly Dimension[];
  readonly attributes?: readonly string[];
  readonly isHourly?: boolean;
  readonly limits?: Partial<ScopeLimits>;
  readonly filter?: ReachFilter;
  readonly isDeclared?: boolean;
  /** Whether the store has opening hours. */
  readonly isOpening?: boolean;
  /** Whether policies decide: one on the wall clock, one by the calendar of the store, less a correction. */
  readonly isPromised?: boolean;
  /** Whether all but the newest hours are rolled up, of which one waits to be counted anew. */
  readonly isRolled?: boolean;
}

/** Metrics of a moment that are counted from runs alone. */
const ids = (moment: Moment) =>
  METRIC_CATALOG.filter((metric) => metric.moment === moment)
    .filter((metric) => readTerms(metric).every((term) => term.form === "flow" && term.source === "run"))
    .map((metric) => metric.id);
const ROLLED_METRICS = new Set(listRolledMetrics());
const rolledIds = (moment: Moment) => ids(moment).filter((id) => ROLLED_METRICS.has(id));
const family = (metrics: readonly MetricDefinition[]) => metrics.map((metric) => metric.id);
const STEP_IDS = family(STEP_METRICS).filter((id) => id !== "trace_completeness");
const STORE_LIMITS = { clients: ["hostile' OR 1=1"], stores: ["s1"], channels: ["pos"], partners: ["p1"] };

/** GOLDEN_QUESTIONS each show one way in which a statement can differ; their SQL is kept beside the compiler. */
export const GOLDEN_QUESTIONS: readonly GoldenQuestion[] = [
  { name: "started-totals", metrics: ids("STARTED") },
  { name: "finished-by-workflow-hourly", metrics: ids("FINISHED"), dimensions: ["WORKFLOW"], isHourly: true },
  { name: "due-of-limited-person", metrics: ids("DUE"), limits: STORE_LIMITS },
  {
    name: "decided-by-region-and-attribute",
    metrics: ids("DECIDED"),
    dimensions: ["REGION"],
    attributes: ["hostile`"],
  },
  { name: "instant-hourly", metrics: ["runs_open", "sla_overdue", "sla_at_risk", "exceptions_open"], isHourly: true },
  { name: "money-at-risk-by-store", metrics: ["money_at_risk"], dimensions: ["STORE"] },
  {
    name: "exceptions-filtered",
    metrics: ["exceptions_raised", "exceptions_resolved"],
    filter: { exceptionClasses: ["hostile"], attributes: [{ name: "hostile", value: "hostile" }] },
  },
  { name: "exception-rate", metrics: ["exception_rate"], filter: { regions: ["north"], workflows: ["hostile"] } },
  {
    name: "checks-and-measures",
    metrics: ["check_mismatch_rate", "measure_sum", "measure_last", "measure_p95"],
    dimensions: ["MEASURE"],
  },
  { name: "coverage-hourly-declared", metrics: ["coverage"], dimensions: ["CLIENT"], isHourly: true, isDeclared: true },
  {
    name: "intake-by-region-hourly",
    metrics: [
      "events_received",
      "duplicate_rate",
      "late_event_rate",
      "rejected_rate",
      "out_of_sequence_rate",
      "ingest_lag_p95",
    ],
    dimensions: ["REGION"],
    isHourly: true,
  },
  {
    name: "intake-of-limited-person",
    metrics: ["events_received", "duplicate_rate", "rejected_rate", "out_of_sequence_rate"],
    limits: STORE_LIMITS,
    filter: { sources: ["hostile"] },
  },
  {
    name: "coverage-of-opening-hours",
    metrics: ["coverage"],
    dimensions: ["STORE"],
    isDeclared: true,
    isOpening: true,
  },
  { name: "rolled-started-totals", metrics: rolledIds("STARTED"), isRolled: true },
  {
    name: "rolled-finished-by-workflow-hourly",
    metrics: rolledIds("FINISHED"),
    dimensions: ["WORKFLOW"],
    isHourly: true,
    isRolled: true,
  },
  {
    name: "rolled-decided-of-limited-person",
    metrics: rolledIds("DECIDED"),
    dimensions: ["REGION"],
    limits: STORE_LIMITS,
    isRolled: true,
  },
  { name: "rolled-due-and-raised", metrics: [...rolledIds("DUE"), "exceptions_raised"], isRolled: true },
  { name: "rolled-decided-under-policies", metrics: ["sla_met", "sla_breached"], isRolled: true, isPromised: true },
  { name: "decided-by-policy", metrics: ids("DECIDED"), dimensions: ["POLICY"], isPromised: true },
  { name: "at-risk-by-policy-hourly", metrics: ["sla_overdue", "sla_at_risk"], isHourly: true, isPromised: true },
  { name: "promised-money-by-policy", metrics: ["sla_overdue_money", "sla_at_risk_money"], isPromised: true },
  { name: "due-by-policy", metrics: ["on_time_rate"], isPromised: true },
  { name: "ages-by-policy", metrics: ["age_p95", "propagation_p95"], dimensions: ["POLICY"], isPromised: true },
  {
    name: "ages-by-policy-hourly",
    metrics: ["propagation_p95"],
    dimensions: ["POLICY"],
    isHourly: true,
    isPromised: true,
  },
  { name: "unposted-by-policy", metrics: ["unposted_amount"], isPromised: true },
  { name: "steps-by-workflow-hourly", metrics: STEP_IDS, dimensions: ["WORKFLOW"], isHourly: true },
  {
    name: "steps-of-limited-person",
    metrics: ["step_work_p95", "step_failure_rate"],
    limits: STORE_LIMITS,
    filter: { workflows: ["hostile"], steps: ["hostile"], attributes: [{ name: "hostile", value: "hostile" }] },
  },
  {
    name: "trace-completeness",
    metrics: ["trace_completeness"],
    dimensions: ["STORE"],
    filter: { clients: ["hostile"] },
  },
  { name: "freshness", metrics: ["feed_freshness"], dimensions: ["SOURCE"] },
  { name: "freshness-hourly", metrics: ["feed_freshness"], isHourly: true },
  { name: "ages-hourly", metrics: ["age_p50", "age_p95", "oldest_open"], dimensions: ["STORE"], isHourly: true },
  {
    name: "ages-of-approvals-targets-and-postings",
    metrics: ["approval_latency_p50", "approval_latency_p95", "propagation_p95", "posting_delay_p95"],
    filter: { workflows: ["hostile"] },
  },
  {
    name: "ages-of-exceptions-of-limited-person",
    metrics: ["exception_resolution_p50", "exception_resolution_p95", "exception_age_oldest", "severity_score"],
    dimensions: ["EXCEPTION_CLASS"],
    limits: STORE_LIMITS,
  },
  {
    name: "pending-and-unposted-hourly",
    metrics: ["approvals_pending", "unposted_amount", "money_in_progress"],
    isHourly: true,
  },
  { name: "pending-and-unposted", metrics: ["approvals_pending", "unposted_amount"], dimensions: ["WORKFLOW"] },
  {
    name: "changes-filtered",
    metrics: ["promotion_ready_rate", "promotion_cycle_p50", "promotions_late", "approval_to_live_p95"],
    dimensions: ["WORKFLOW"],
    limits: { clients: ["hostile"] },
    filter: { workflows: ["hostile"], stores: ["s1"] },
  },
  {
    name: "recurrence-by-region",
    metrics: ["recurrence_rate"],
    dimensions: ["REGION"],
    filter: { exceptionClasses: ["hostile"] },
  },
  {
    name: "availability-of-limited-person",
    metrics: ["integration_availability"],
    dimensions: ["SOURCE"],
    limits: STORE_LIMITS,
  },
  { name: "differences", metrics: family(DELTA_METRICS), filter: { measures: ["hostile"] } },
  { name: "reconciliation", metrics: ["reconciliation_breaks"], dimensions: ["WORKFLOW"] },
  { name: "business-by-store", metrics: family(BUSINESS_METRICS), dimensions: ["STORE"] },
  {
    name: "decisions-of-limited-person-hourly",
    metrics: ["decisions_made", "acceptance_rate", "override_rate", "calibration_error"],
    dimensions: ["MODEL"],
    limits: STORE_LIMITS,
    isHourly: true,
  },
  { name: "drift-hourly", metrics: ["model_drift"], dimensions: ["MODEL"], isHourly: true },
  { name: "exceptions-per-1000", metrics: ["exceptions_per_1000"] },
  { name: "checks-and-averages", metrics: ["check_match_rate", "check_mismatches", "measure_avg"] },
  { name: "drift", metrics: ["model_drift"] },
];

const FROM = new Date("2026-03-01T00:00:00Z");
const AS_OF = new Date("2026-03-01T06:30:00Z");
const ROLLED: RolledFacts = {
  horizon: Date.parse("2026-03-01T05:00:00Z"),
  waiting: new Set([Date.parse("2026-03-01T02:00:00Z")]),
  unsettled: new Map([["decided_end", new Set([Date.parse("2026-03-01T03:00:00Z")])]]),
  generation: 0,
  isMany: new Map([
    ["duration", true],
    ["lateness", true],
  ]),
};
/** Begins within an hour of the day before, so that a whole day, whole hours and parts of hours are read. */
const ROLLED_FROM = new Date("2026-02-27T22:30:00Z");
const PAIR = { client: "c1", id: "s1" };

/** compileGolden compiles a golden question for a fixed network. Throws for an unknown name. */
export function compileGolden(name: string): Statement[] {
  const golden = GOLDEN_QUESTIONS.find((question) => question.name === name);
  if (golden === undefined) throw new Error(`no golden question ${name}`);
  const isLimited = golden.limits !== undefined;
  const reach = buildReach({
    scope: buildScope({ tenant: "tenant-1", role: "administrator", subjectId: "p", ...golden.limits }),
    stores: isLimited ? [PAIR] : null,
    channels: isLimited ? [{ client: "c1", id: "pos" }] : null,
    partners: isLimited ? [{ client: "c1", id: "p1" }] : null,
    filterRegionStores: golden.filter?.regions == null ? null : [PAIR],
    filter: golden.filter ?? {},
    regionOfStore: [{ ...PAIR, region: "north" }],
    promises: golden.isPromised === true ? buildPromiseRules(GOLDEN_BOOK) : undefined,
    requiredSteps: [{ client: "c1", id: "hostile", steps: ["hostile"] }],
  });
  const declared =
    golden.isDeclared === true
      ? [
          {
            client: "c1",
            source: "hostile",
            store: "",
            channel: "",
            partner: "",
            cadenceSeconds: 60,
            declaredAt: FROM,
            calendar: "",
          },
        ]
      : [];
  const from = golden.isRolled === true ? ROLLED_FROM : FROM;
  const question: PlanQuestion = {
    metrics: METRIC_CATALOG.filter((metric) => golden.metrics.includes(metric.id)),
    dimensions: golden.dimensions ?? [],
    attributes: golden.attributes ?? [],
    measures: null,
    from,
    asOf: AS_OF,
    edges: golden.isHourly === true ? buildBucketEdges("HOUR", from, AS_OF, "UTC") : undefined,
    rolled: golden.isRolled === true ? ROLLED : undefined,
    now: AS_OF,
    knowledge: { declared, calendarOfStore: golden.isOpening === true ? [{ ...PAIR, calendar: "hostile" }] : [] },
  };
  const plans = planMetrics(reach, question);
  const series = plans.flatMap((plan) => planSeries(reach, question, plan));
  return [...plans, ...series].map((plan) => plan.statement);
}
