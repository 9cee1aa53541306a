import { buildReach, type ReachFilter } from "../../scope/reach.js";
import { buildScope, type ScopeLimits } from "../../scope/scope.js";
import type { Statement } from "../compiler/statement.js";
import { planCoverageSeries, planMetrics, type PlanQuestion } from "../execution/plan-metrics.js";
import type { RolledFacts } from "../execution/rolled-facts.js";
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
  /** Whether all but the newest hours are rolled up, of which one waits to be counted anew. */
  readonly isRolled?: boolean;
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
  { name: "rolled-started-totals", metrics: ids("STARTED"), isRolled: true },
  {
    name: "rolled-finished-by-workflow-hourly",
    metrics: ids("FINISHED"),
    dimensions: ["WORKFLOW"],
    isHourly: true,
    isRolled: true,
  },
  {
    name: "rolled-decided-of-limited-person",
    metrics: ids("DECIDED"),
    dimensions: ["REGION"],
    limits: STORE_LIMITS,
    isRolled: true,
  },
  { name: "rolled-due-and-raised", metrics: [...ids("DUE"), "exceptions_raised"], isRolled: true },
  { name: "freshness", metrics: ["feed_freshness"], dimensions: ["SOURCE"] },
  { name: "freshness-hourly", metrics: ["feed_freshness"], isHourly: true },
];

const FROM = new Date("2026-03-01T00:00:00Z");
const AS_OF = new Date("2026-03-01T06:30:00Z");
const ROLLED: RolledFacts = {
  horizon: Date.parse("2026-03-01T05:00:00Z"),
  waiting: new Set([Date.parse("2026-03-01T02:00:00Z")]),
  unsettled: new Map([["decided_end", new Set([Date.parse("2026-03-01T03:00:00Z")])]]),
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
  const series =
    golden.isHourly === true
      ? plans.filter((plan) => plan.form === "coverage").map((plan) => planCoverageSeries(reach, question, plan))
      : [];
  return [...plans, ...series].map((plan) => plan.statement);
}
