import { listRuleMetrics, type AlertRule } from "@watchfloor/dashboards";
import { findMetric } from "../../metrics/metric-catalog.js";

/** chooseRuleUnit says what the values and thresholds of a rule are measured in: the unit of its metric where it compares that. */
export function chooseRuleUnit(rule: AlertRule): string {
  if (rule.kind === "change") return rule.as === "relative" ? "ratio" : "count";
  if (rule.kind === "burn") return "ratio";
  const [metric] = listRuleMetrics(rule);
  if (rule.kind === "no_data" || rule.kind === "anomaly" || metric === undefined) return "count";
  return findMetric(metric)?.unit ?? "count";
}
