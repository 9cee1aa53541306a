import type { FlowTerm, MetricDefinition, SpanTerm } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { RUN_DIMENSIONS } from "./run-metrics.js";

/** PROMISE_DIMENSIONS is what promises can be grouped by. */
export const PROMISE_DIMENSIONS: readonly Dimension[] = [...RUN_DIMENSIONS, "POLICY"];

const due = (sql: string): FlowTerm => ({ form: "flow", source: "run", at: "deadline_at", sql });
const decided = (sql: string): FlowTerm => ({ form: "flow", source: "run", at: "decided_at", sql });
const published = (sql: string): FlowTerm => ({ form: "flow", source: "run", at: "started_at", sql });
const ON_TIME = "outcome = 'succeeded' AND finished_at <= deadline_at";

/** OVERDUE: open at the instant and past its deadline. */
export const OVERDUE: SpanTerm = {
  form: "span",
  source: "run",
  enter: "greatest(started_ms, sla_due_ms)",
  leave: "finished_ms",
};
/** AT_RISK: open at the instant with 80 % of start..due gone, deadline not yet passed. */
const AT_RISK: SpanTerm = {
  form: "span",
  source: "run",
  enter: "greatest(started_ms, sla_risk_ms)",
  leave: "if(has_sla_due, least(sla_due_ms, finished_ms), 0)",
};

const count = (
  entry: Pick<MetricDefinition, "id" | "title" | "meaning" | "formulaWords" | "better" | "moment">,
  term: FlowTerm | SpanTerm,
): MetricDefinition => ({
  ...entry,
  unit: "count",
  dimensions: PROMISE_DIMENSIONS,
  decimals: 0,
  formula: { form: "sum", of: [term] },
});

const money = (
  entry: Pick<MetricDefinition, "id" | "title" | "meaning" | "formulaWords">,
  term: SpanTerm,
): MetricDefinition => ({
  ...entry,
  ...{ unit: "money", better: "LOWER", moment: "INSTANT", dimensions: PROMISE_DIMENSIONS, decimals: 2 },
  splitBy: ["CURRENCY"],
  formula: { form: "sum", of: [{ ...term, weight: "money" }] },
});

const lateness = (percent: 50 | 95, title: string): MetricDefinition => ({
  id: `lateness_p${percent}`,
  title,
  meaning: `${percent} of 100 late runs were late by at most this.`,
  unit: "seconds",
  formulaWords: `Percentile ${percent}, interpolated, of end - deadline of the runs due in the range that ended after their deadline, cancelled ones left out.`,
  moment: "DUE",
  better: "LOWER",
  dimensions: RUN_DIMENSIONS,
  decimals: 2,
  formula: {
    form: "figure",
    figure: due(`quantileExactInclusiveOrNullIf(${percent / 100})(lateness_seconds, is_late)`),
    sample: due("countIf(is_late)"),
  },
});

/** PROMISE_METRICS: whether obligations are met by their deadline. */
export const PROMISE_METRICS: readonly MetricDefinition[] = [
  {
    id: "on_time_rate",
    title: "On time",
    meaning: "Share of the runs due that succeeded by their deadline.",
    unit: "ratio",
    formulaWords:
      "Succeeded with end <= deadline / runs due in the range; cancelled by the deadline and runs without deadline are out.",
    moment: "DUE",
    better: "HIGHER",
    dimensions: RUN_DIMENSIONS,
    decimals: 4,
    formula: { form: "ratio", of: due(`countIf(${ON_TIME})`), over: due("countIf(NOT is_cancelled_in_time)") },
  },
  lateness(50, "Typical lateness"),
  lateness(95, "Severe lateness"),
  {
    id: "sla_attainment",
    title: "Promise kept",
    meaning: "Share of decided promises that were kept.",
    unit: "ratio",
    formulaWords:
      "Met / (met + breached + overdue), decided in the range; by the policy in force at the start, without one by the deadline; the source's own verdict wins; excluded ones are counted apart.",
    moment: "DECIDED",
    better: "HIGHER",
    dimensions: PROMISE_DIMENSIONS,
    decimals: 4,
    formula: {
      form: "ratio",
      of: decided("countIf(promise_state = 'met')"),
      over: decided("countIf(promise_state != 'excluded')"),
    },
    needsCoverage: true,
  },
  count(
    {
      id: "sla_met",
      title: "Promises kept",
      meaning: "Promises that were kept.",
      formulaWords: "Decided in the range: succeeded by the deadline, or kept by the source's own verdict.",
      better: "HIGHER",
      moment: "DECIDED",
    },
    decided("countIf(promise_state = 'met')"),
  ),
  count(
    {
      id: "sla_breached",
      title: "Promises broken",
      meaning: "Ended runs whose promise was broken.",
      formulaWords:
        "Decided in the range: failed, dead-lettered, compensated or ended late, or broken by the source's own verdict.",
      better: "LOWER",
      moment: "DECIDED",
    },
    decided("countIf(promise_state = 'breached')"),
  ),
  count(
    {
      id: "sla_excluded",
      title: "Promises excluded",
      meaning: "Runs cancelled or superseded before their deadline.",
      formulaWords: "Decided in the range: cancelled or superseded at or before the deadline.",
      better: "NEITHER",
      moment: "DECIDED",
    },
    decided("countIf(promise_state = 'excluded')"),
  ),
  count(
    {
      id: "sla_overdue",
      title: "Overdue",
      meaning: "Open runs past their deadline.",
      formulaWords: "Open at the instant with the deadline before it.",
      better: "LOWER",
      moment: "INSTANT",
    },
    OVERDUE,
  ),
  count(
    {
      id: "sla_at_risk",
      title: "At risk",
      meaning: "Open runs that have used 80 % of their time and are not yet past it.",
      formulaWords: "Open at the instant, at least 80 % of start to deadline gone, deadline not passed.",
      better: "LOWER",
      moment: "INSTANT",
    },
    AT_RISK,
  ),
  money(
    {
      id: "sla_overdue_money",
      title: "Money overdue",
      meaning: "Money of open runs past their deadline.",
      formulaWords: "Sum of the money of the runs open at the instant with the deadline before it, by currency.",
    },
    OVERDUE,
  ),
  money(
    {
      id: "sla_at_risk_money",
      title: "Money about to be late",
      meaning: "Money of open runs that have used 80 % of their time and are not yet past it.",
      formulaWords:
        "Sum of the money of the runs open at the instant, at least 80 % of start to deadline gone, deadline not passed, by currency.",
    },
    AT_RISK,
  ),
  {
    id: "fanout_completeness",
    title: "Fan-out complete",
    meaning: "Share of the targets of published changes that have the published version.",
    unit: "ratio",
    formulaWords:
      "Targets applied / targets expected, of the changes published in the range; superseded or cancelled by the deadline are out.",
    moment: "STARTED",
    better: "HIGHER",
    dimensions: RUN_DIMENSIONS,
    decimals: 4,
    formula: {
      form: "ratio",
      of: published("countIf(target != '' AND has_ended AND outcome = 'succeeded')"),
      over: published("countIf(target != '' AND NOT is_cancelled_in_time)"),
    },
  },
];
