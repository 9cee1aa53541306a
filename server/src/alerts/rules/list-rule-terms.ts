import type { AlertRule } from "@watchfloor/dashboards";
import type { AlertSeverity } from "../publish/transition-sink.js";
import { buildRuleTerms } from "./build-rule-terms.js";
import { listRuleLevels } from "./list-rule-levels.js";

const SECOND = 1_000;

/** SeverityTerms is how long things take in effect for one severity of a rule: its own words or the defaults of its kind, rounded up to its slots. */
export interface SeverityTerms {
  readonly severity: AlertSeverity;
  readonly forSeconds: number;
  readonly keepFiringSeconds: number;
  readonly noDataKeepSeconds: number;
}

/** listRuleSeverities gives the severities of a rule, each once. */
export function listRuleSeverities(rule: AlertRule): AlertSeverity[] {
  if (rule.kind === "burn") return ["critical", "warning"];
  return [...new Set(listRuleLevels(rule).map(({ severity }) => severity))];
}

/** listRuleTerms gives the terms of each severity of a rule. */
export function listRuleTerms(rule: AlertRule): SeverityTerms[] {
  return listRuleSeverities(rule).map((severity) => {
    const { forMs, keepFiringMs, noDataKeepMs } = buildRuleTerms(rule, severity);
    return {
      severity,
      forSeconds: forMs / SECOND,
      keepFiringSeconds: keepFiringMs / SECOND,
      noDataKeepSeconds: noDataKeepMs / SECOND,
    };
  });
}
