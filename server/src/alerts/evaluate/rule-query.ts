import { listRuleMetrics, type AlertRule } from "@watchfloor/dashboards";
import { BURN_TIERS } from "../../sla/burn/decide-burn.js";
import { findMetric } from "../../metrics/metric-catalog.js";
import { judgeThreshold } from "../condition/judge-threshold.js";
import { listRuleLevels } from "../rules/list-rule-levels.js";

const SECOND = 1_000;
const DAY = 86_400_000;
/** A source has a moment to breathe before a count of nothing is no count. */
const LEAST_HEARD_MS = 15 * 60_000;

/** RuleQuery is one question of a rule about a metric: figures between `edges`, offsets in milliseconds from the slot, ascending, at most 0. */
export interface RuleQuery {
  readonly metric: string;
  readonly edges: readonly number[];
  /** Whether promises are judged whatever was measured: a burn rate has guards of its own. */
  readonly isUnguarded?: boolean;
}

/** RuleQueries is what a rule asks at a slot. */
export interface RuleQueries {
  readonly now: RuleQuery;
  /** The same window earlier, to compare with. */
  readonly before?: RuleQuery;
  /** How far back something must have come for nothing to be 0; undefined = nothing is never 0, or always. */
  readonly heardMs?: number;
}

/** buildRuleQueries gives the questions of a rule that looks at metrics; undefined for silences, anomalies and launches, which have readers of their own. */
export function buildRuleQueries(rule: AlertRule): RuleQueries | undefined {
  const [metric] = listRuleMetrics(rule);
  if (metric === undefined || ["freshness", "anomaly", "readiness"].includes(rule.kind)) return undefined;
  const windowMs = ("windowSeconds" in rule ? rule.windowSeconds : rule.intervalSeconds) * SECOND;
  const heard = isFlowCount(metric) ? { heardMs: Math.max(windowMs, LEAST_HEARD_MS) } : {};
  const now = { metric, edges: [-windowMs, 0] };
  switch (rule.kind) {
    case "burn":
      return { now: { metric, edges: listBurnEdges(), isUnguarded: true } };
    case "change":
      return { now, before: { metric, edges: shift(now.edges, rule.againstSeconds * SECOND) }, ...heard };
    case "no_data":
      return { now, before: { metric, edges: shift(now.edges, rule.usualSeconds * SECOND) } };
    default:
      return fitsNothing(rule) && isFlowCount(metric)
        ? { now: { metric, edges: [Math.min(-DAY, -2 * windowMs), -windowMs, 0] }, ...heard }
        : { now, ...heard };
  }
}

/** isFlowCount tells whether a metric counts what happens in a range, so that nothing may be 0. */
export function isFlowCount(id: string): boolean {
  const metric = findMetric(id);
  return metric?.formula.form === "sum" && metric.moment !== "INSTANT";
}

/** isInstant tells whether a metric is the state at an instant: what is not there is 0, because rows do not go away by themselves. */
export function isInstant(id: string): boolean {
  const metric = findMetric(id);
  return metric?.formula.form === "sum" && metric.moment === "INSTANT";
}

/** Whether 0 would fire: then groups are also those that had something within a day. */
function fitsNothing(rule: AlertRule): boolean {
  return listRuleLevels(rule).some(({ condition }) => judgeThreshold(0, condition).outcome === "match");
}

function shift(edges: readonly number[], byMs: number): number[] {
  return edges.map((edge) => edge - byMs);
}

/** Every window of every tier, and the middle of the long ones: promises must have been decided in their first half. */
function listBurnEdges(): number[] {
  const offsets = BURN_TIERS.flatMap(({ longMs, shortMs }) => [longMs, longMs / 2, shortMs]);
  return [...new Set([...offsets, 0])]
    .sort((left, right) => right - left)
    .map((offset) => (offset === 0 ? 0 : -offset));
}
