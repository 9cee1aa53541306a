import { listRuleMetrics, type AlertRule } from "@watchfloor/dashboards";
import { findMetric } from "../../metrics/metric-catalog.js";

/**
 * chooseRuleUnit says what the values and thresholds of a rule are measured in: the unit of its metric where it compares that; `absence` is 1 where
 * something is missed, `score` how strange something is, `gates` how many are not green.
 */
export function chooseRuleUnit(rule: AlertRule): string {
  switch (rule.kind) {
    case "change":
      return rule.as === "relative" ? "ratio" : findUnit(rule);
    case "burn":
      return "ratio";
    case "no_data":
      return "absence";
    case "anomaly":
      return "score";
    case "readiness":
      return "gates";
    default:
      return findUnit(rule);
  }
}

function findUnit(rule: AlertRule): string {
  const [metric] = listRuleMetrics(rule);
  return (metric === undefined ? undefined : findMetric(metric)?.unit) ?? "count";
}
