import type { AlertRuleKnowledge } from "@watchfloor/dashboards";
import { findMetric } from "../../metrics/metric-catalog.js";
import { isProportion } from "../../metrics/ranking/is-proportion.js";

/** ALERT_RULE_KNOWLEDGE is what rules are checked against: the catalogue of metrics. */
export const ALERT_RULE_KNOWLEDGE: AlertRuleKnowledge = {
  findMetric: (id) => {
    const metric = findMetric(id);
    if (metric === undefined) return undefined;
    const dimensions = metric.dimensions.map((dimension) => dimension.toLowerCase());
    return { dimensions, isRatio: isProportion(metric) };
  },
};
