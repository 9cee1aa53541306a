import { aggregateWindow, type WindowAggregate } from "../condition/aggregate-window.js";
import { buildErrorRatioThreshold, judgeBurn, type BurnCounts } from "../condition/burn-rate.js";
import { judgeDeviation } from "../condition/judge-deviation.js";
import { judgeThreshold, type Threshold } from "../condition/judge-threshold.js";
import { fingerprintLabels } from "../instance/fingerprint-labels.js";
import type { LabelMatcher } from "../mute/label-matcher.js";
import type { RuleData, RuleJudge } from "./rule-judge.js";
import type { SampleSeries } from "./sample-series.js";
import type { ScenarioRule } from "./scenario-file.js";

const AGGREGATES: Readonly<Record<string, WindowAggregate>> = {
  ...{ avg: "avg", mean: "avg", average: "avg", sum: "sum", min: "min", max: "max", count: "count", last: "last" },
  ...{ stddev: "stddev", stdvar: "stdvar", quantile: "quantile", median: "quantile" },
};

/** judgeFields judges a rule by what its fields say, with the conditions of production; throws where they do not say enough. */
export function judgeFields(rule: ScenarioRule, data: RuleData): RuleJudge {
  if (rule.long_s !== undefined && rule.short_s !== undefined)
    return judgeBurnOf(rule, data, { long: rule.long_s * 1_000, short: rule.short_s * 1_000 });
  if (rule.zscore !== undefined) return judgeDeviationOf(rule, data, rule.zscore);
  return judgeThresholdOf(rule, data);
}

function listSubjects({ store }: RuleData, name: string | undefined): readonly SampleSeries[] {
  const named: readonly LabelMatcher[] = name === undefined ? [] : [{ label: "__name__", op: "=", value: name }];
  return store.find(named);
}

function judgeThresholdOf(rule: ScenarioRule, data: RuleData): RuleJudge {
  const condition = readThreshold(rule);
  const delay = (rule.evaluation_delay_s ?? 0) * 1_000;
  const aggregate = AGGREGATES[rule.agg?.replace(/_over_time$/, "") ?? "avg"];
  if (aggregate === undefined) throw new Error(`agg "${rule.agg ?? ""}" is not understood`);
  const read = (series: SampleSeries, at: number): number | undefined => {
    if (rule.window_s !== undefined)
      return aggregateWindow(series.list(at - rule.window_s * 1_000, at).values, aggregate, rule.quantile);
    const value = series.find(at, data.lookback)?.value;
    return rule.max_age_s === undefined || value === undefined ? value : at / 1_000 - value;
  };
  return (at) =>
    listSubjects(data, rule.metric).map((series) => ({
      labels: series.labels,
      judgement: judgeThreshold(read(series, at - delay), condition),
    }));
}

function readThreshold(rule: ScenarioRule): Threshold {
  if (rule.max_age_s !== undefined) return { op: ">", threshold: rule.max_age_s };
  if (rule.op === undefined || rule.threshold === undefined)
    throw new Error("it has no op and threshold, and no fields of another condition");
  return { op: rule.op, threshold: rule.threshold, recoveryThreshold: rule.recovery_threshold ?? undefined };
}

function judgeBurnOf(rule: ScenarioRule, data: RuleData, windows: { long: number; short: number }): RuleJudge {
  if (rule.error_ratio_threshold === undefined && (rule.burn_rate === undefined || rule.slo === undefined))
    throw new Error("it has neither error_ratio_threshold nor burn_rate and slo");
  const threshold = rule.error_ratio_threshold ?? buildErrorRatioThreshold(rule.burn_rate ?? 1, rule.slo ?? 1);
  const bads = new Map(listSubjects(data, "bad").map((series) => [fingerprintLabels(series.labels), series]));
  const totals = listSubjects(data, "total").map((total) => ({
    total,
    bad: bads.get(fingerprintLabels(total.labels)),
  }));
  const minimum = rule.min_events_long ?? 0;
  return (at) =>
    totals.map(({ total, bad }) => {
      const count = (window: number): BurnCounts => ({
        bad: bad === undefined ? null : addUp(bad, at, window),
        total: addUp(total, at, window),
      });
      const [long, short] = [count(windows.long), count(windows.short)];
      const judgement = judgeBurn({ long, short }, threshold);
      const isFew = (long.total ?? 0) < minimum;
      return { labels: total.labels, judgement: isFew ? { ...judgement, outcome: "clear" as const } : judgement };
    });
}

function addUp(series: SampleSeries, at: number, window: number): number | null {
  return aggregateWindow(series.list(at - window, at).values, "sum") ?? null;
}

function judgeDeviationOf(rule: ScenarioRule, data: RuleData, threshold: number): RuleJudge {
  if (rule.baseline_s === undefined) throw new Error("it has a zscore, but no baseline_s");
  const isTwoSided = rule.expr === undefined || /\babs\s*\(/.test(rule.expr);
  const terms = { threshold, minPoints: rule.min_points ?? 1, isTwoSided };
  const [length, offset] = [rule.baseline_s * 1_000, (rule.baseline_offset_s ?? 0) * 1_000];
  return (at) =>
    listSubjects(data, rule.metric).map((series) => {
      const value = series.find(at, data.lookback)?.value;
      const baseline = series.list(at - offset - length, at - offset).values;
      return { labels: series.labels, judgement: judgeDeviation(value, baseline, terms) };
    });
}
