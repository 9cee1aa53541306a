import type { AlertRule } from "./alert-rule.js";

/** OBLIGATION_METRICS is which metric says how many or how much. */
export const OBLIGATION_METRICS = {
  overdue: { count: "sla_overdue", money: "sla_overdue_money" },
  at_risk: { count: "sla_at_risk", money: "sla_at_risk_money" },
} as const;

/** listRuleMetrics lists the metrics that a rule looks at; empty for every watched one, and for what is no metric. */
export function listRuleMetrics(rule: AlertRule): readonly string[] {
  switch (rule.kind) {
    case "anomaly":
      return rule.metrics;
    case "readiness":
      return [];
    case "freshness":
      return ["feed_freshness"];
    case "obligations":
      return [OBLIGATION_METRICS[rule.state][rule.by]];
    default:
      return [rule.metric];
  }
}
