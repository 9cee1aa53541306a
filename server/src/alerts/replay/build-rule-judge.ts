import { aggregateWindow } from "../condition/aggregate-window.js";
import { buildErrorRatioThreshold, judgeBurn, type BurnCounts } from "../condition/burn-rate.js";
import { judgeDeviation } from "../condition/judge-deviation.js";
import { judgeThreshold, type Threshold, type ThresholdOperator } from "../condition/judge-threshold.js";
import type { Judgement } from "../instance/judgement.js";
import type { Labels } from "../instance/fingerprint-labels.js";
import { evaluateQuery, type VectorElement } from "./promql/evaluate-query.js";
import { parseQuery } from "./promql/parse-query.js";
import type { Query } from "./promql/query.js";
import { findSample, listSamples, type SampleSeries } from "./sample-series.js";
import type { ScenarioRule } from "./scenario-file.js";

/** JudgedInstance is what one evaluation says about one group of labels. */
export interface JudgedInstance {
  readonly labels: Labels;
  readonly judgement: Judgement;
}

/** RuleJudge judges a rule at `t` seconds: every instance that has a value, or says why it has none. */
export type RuleJudge = (t: number) => readonly JudgedInstance[];

interface Data {
  readonly series: readonly SampleSeries[];
  readonly lookback: number;
}

/**
 * buildRuleJudge asks the samples of a file what production asks the engine, and judges the answer with the conditions of production.
 * What the fields of a rule leave open is read from its query.
 */
export function buildRuleJudge(rule: ScenarioRule, data: Data): RuleJudge {
  if (rule.long_s !== undefined && rule.short_s !== undefined) return judgeBurnOf(rule, data);
  if (rule.zscore !== undefined && rule.baseline_s !== undefined) return judgeDeviationOf(rule, data);
  if (rule.recovery_threshold !== undefined || rule.expr === undefined) return judgeFields(rule, data);
  return judgeQuery(rule, data, parseQuery(rule.expr));
}

/** All series of a name with the same other labels are one instance. */
function listSubjects(rule: ScenarioRule, { series }: Data, name = rule.metric): readonly SampleSeries[] {
  return series.filter((one) => name === undefined || one.name === name);
}

function judgeFields(rule: ScenarioRule, data: Data): RuleJudge {
  const condition = readThreshold(rule);
  const delay = rule.evaluation_delay_s ?? 0;
  const read = (series: SampleSeries, t: number): number | undefined => {
    const upTo = t - delay;
    if (rule.window_s !== undefined)
      return aggregateWindow(listSamples(series, upTo - rule.window_s, upTo), rule.agg ?? "avg", rule.quantile);
    const value = findSample(series, upTo, data.lookback);
    return rule.max_age_s === undefined || value === undefined ? value : t - value;
  };
  return (t) =>
    listSubjects(rule, data).map((series) => ({
      labels: series.labels,
      judgement: judgeThreshold(read(series, t), condition),
    }));
}

function readThreshold(rule: ScenarioRule): Threshold {
  if (rule.max_age_s !== undefined) return { op: ">", threshold: rule.max_age_s };
  if (rule.op === undefined || rule.threshold === undefined)
    throw new Error(`The rule ${rule.alert} has neither op and threshold nor a query (expr).`);
  return { op: rule.op, threshold: Number(rule.threshold), recoveryThreshold: rule.recovery_threshold };
}

/** A query that ends in a comparison with a number gives values to judge; of any other, what it finds matches. */
function judgeQuery(rule: ScenarioRule, { series, lookback }: Data, query: Query): RuleJudge {
  const ask = (part: Query, t: number): readonly VectorElement[] => {
    const value = evaluateQuery(part, { series, t, lookback });
    return typeof value === "number" ? [{ labels: {}, value }] : value;
  };
  const compared = splitComparison(query);
  const delay = hasOffset(query) ? 0 : (rule.evaluation_delay_s ?? 0);
  if (compared === undefined)
    return (t) =>
      ask(query, t - delay).map(({ labels, value }) => ({
        labels: drop(labels),
        judgement: { outcome: "match", value },
      }));
  return (t) =>
    ask(compared.values, t - delay).map(({ labels, value }) => ({
      labels: drop(labels),
      judgement: judgeThreshold(value, compared.condition),
    }));
}

const OPERATORS: readonly string[] = [">", ">=", "<", "<=", "==", "!="] satisfies readonly ThresholdOperator[];

function splitComparison(query: Query): { values: Query; condition: Threshold } | undefined {
  if (query.kind !== "binary" || query.isBool || !OPERATORS.includes(query.op)) return undefined;
  const threshold = readNumber(query.right);
  // NOTE: the list above holds exactly the operators of a threshold.
  const op = query.op as ThresholdOperator;
  return threshold === undefined ? undefined : { values: query.left, condition: { op, threshold } };
}

function readNumber(query: Query): number | undefined {
  if (query.kind === "number") return query.value;
  const inner = query.kind === "negate" ? readNumber(query.argument) : undefined;
  return inner === undefined ? undefined : -inner;
}

function hasOffset(query: Query): boolean {
  if (query.kind === "selector") return query.offset !== 0;
  if (query.kind === "call") return query.args.some(hasOffset);
  if (query.kind === "binary") return hasOffset(query.left) || hasOffset(query.right);
  return query.kind === "negate" || query.kind === "aggregate" ? hasOffset(query.argument) : false;
}

function drop({ __name__: _, ...labels }: Labels): Labels {
  return labels;
}

function judgeBurnOf(rule: ScenarioRule, data: Data): RuleJudge {
  const threshold = rule.error_ratio_threshold ?? buildErrorRatioThreshold(rule.burn_rate ?? 1, rule.slo ?? 0.999);
  const bads = listSubjects(rule, data, "bad");
  const totals = listSubjects(rule, data, "total");
  const minimum = rule.min_events_long ?? 0;
  return (t) =>
    totals.map((total) => {
      const bad = bads.find((one) => JSON.stringify(sortPairs(one.labels)) === JSON.stringify(sortPairs(total.labels)));
      const count = (seconds: number): BurnCounts => ({
        bad: bad === undefined ? null : sum(bad, t, seconds),
        total: sum(total, t, seconds),
      });
      const [long, short] = [count(rule.long_s ?? 0), count(rule.short_s ?? 0)];
      const judgement = judgeBurn({ long, short }, threshold);
      const isFew = (long.total ?? 0) < minimum;
      return { labels: total.labels, judgement: isFew ? { ...judgement, outcome: "clear" as const } : judgement };
    });
}

function sortPairs(labels: Labels): [string, string][] {
  return Object.entries(labels).sort();
}

function sum(series: SampleSeries, t: number, seconds: number): number | null {
  return aggregateWindow(listSamples(series, t - seconds, t), "sum") ?? null;
}

function judgeDeviationOf(rule: ScenarioRule, data: Data): RuleJudge {
  const terms = {
    threshold: rule.zscore ?? 0,
    minPoints: rule.min_points ?? 1,
    isTwoSided: rule.expr === undefined || rule.expr.includes("abs("),
  };
  const [length, offset] = [rule.baseline_s ?? 0, rule.baseline_offset_s ?? 0];
  return (t) =>
    listSubjects(rule, data).map((series) => {
      const value = findSample(series, t, data.lookback);
      const baseline = listSamples(series, t - offset - length, t - offset);
      return { labels: series.labels, judgement: judgeDeviation(value, baseline, terms) };
    });
}
