import type { AlertRule } from "@watchfloor/dashboards";
import type { AlertSeverity } from "../publish/transition-sink.js";
import { chooseMaxAgeSeconds } from "../freshness/choose-max-age.js";
import type { Threshold } from "../condition/judge-threshold.js";

/** RuleLevel is one threshold of a rule; each is an instance of its own for every group. */
export interface RuleLevel {
  readonly severity: AlertSeverity;
  readonly condition: Threshold;
}

/** listRuleLevels gives the thresholds of a rule. A burn rate has tiers instead, and none here. */
export function listRuleLevels(rule: AlertRule): readonly RuleLevel[] {
  switch (rule.kind) {
    case "threshold":
    case "change":
    case "obligations":
      return rule.levels.map(({ severity, threshold, recoveryThreshold }) => ({
        severity,
        condition: { op: rule.op, threshold, recoveryThreshold },
      }));
    case "freshness":
      // NOTE: a limit that follows the cadence differs by feed (`chooseMaxAgeSeconds`); no feed has a lower one than this.
      return rule.levels.map((level) => ({
        severity: level.severity,
        condition: { op: ">", threshold: chooseMaxAgeSeconds(level, { cadenceSeconds: 0, isSure: true }) },
      }));
    case "anomaly":
    case "readiness":
    case "no_data":
      return [{ severity: rule.severity, condition: { op: ">", threshold: 0 } }];
    case "burn":
      return [];
  }
}
