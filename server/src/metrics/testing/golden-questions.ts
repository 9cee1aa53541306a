import { buildReach, type ReachFilter } from "../../scope/reach.js";
import { buildScope, type ScopeLimits } from "../../scope/scope.js";
import type { Statement } from "../compiler/statement.js";
import { buildPromiseRules } from "../../sla/promises/promise-rules.js";
import { GOLDEN_BOOK } from "../../sla/testing/golden-book.js";
import { planCoverageSeries, planMetrics, type PlanQuestion } from "../execution/plan-metrics.js";
import { METRIC_CATALOG } from "../metric-catalog.js";
import type { Dimension } from "../metric-words.js";
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
}

const ids = (source: string) => METRIC_CATALOG.filter((metric) => metric.moment === source).map((metric) => metric.id);
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
    metrics: ["events_received", "duplicate_rate", "late_event_rate", "rejected_rate", "ingest_lag_p95"],
    dimensions: ["REGION"],
    isHourly: true,
  },
  {
    name: "intake-of-limited-person",
    metrics: ["events_received", "duplicate_rate", "rejected_rate"],
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
  { name: "decided-by-policy", metrics: ids("DECIDED"), dimensions: ["POLICY"], isPromised: true },
  { name: "at-risk-by-policy-hourly", metrics: ["sla_overdue", "sla_at_risk"], isHourly: true, isPromised: true },
  { name: "due-by-policy", metrics: ["on_time_rate"], isPromised: true },
  { name: "freshness", metrics: ["feed_freshness"], dimensions: ["SOURCE"] },
  { name: "freshness-hourly", metrics: ["feed_freshness"], isHourly: true },
];

const FROM = new Date("2026-03-01T00:00:00Z");
const AS_OF = new Date("2026-03-01T06:30:00Z");
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
  const question: PlanQuestion = {
    metrics: METRIC_CATALOG.filter((metric) => golden.metrics.includes(metric.id)),
    dimensions: golden.dimensions ?? [],
    attributes: golden.attributes ?? [],
    measures: null,
    from: FROM,
    asOf: AS_OF,
    edges: golden.isHourly === true ? buildBucketEdges("HOUR", FROM, AS_OF, "UTC") : undefined,
    now: AS_OF,
    knowledge: { declared, calendarOfStore: golden.isOpening === true ? [{ ...PAIR, calendar: "hostile" }] : [] },
  };
  const plans = planMetrics(reach, question);
  const series =
    golden.isHourly === true
      ? plans.filter((plan) => plan.form === "coverage").map((plan) => planCoverageSeries(reach, question, plan))
      : [];
  return [...plans, ...series].map((plan) => plan.statement);
}
