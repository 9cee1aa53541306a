import { ALERT_SEVERITIES } from "@watchfloor/dashboards";
import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { ALERT_PROBLEM_CODES } from "../alert-problem.js";

const upper = (words: readonly string[]) => words.map((word) => word.toUpperCase());

/** ALERT_KINDS are the kinds of rules, as GraphQL says them. */
export const ALERT_KINDS = upper([
  ...["threshold", "change", "burn", "freshness", "anomaly", "readiness", "obligations", "no_data"],
]);

/** AlertEnums holds the GraphQL enums of alerts. */
export const AlertEnums = {
  AlertKind: registerWordEnum("AlertKind", ALERT_KINDS),
  AlertSeverity: registerWordEnum("AlertSeverity", upper(ALERT_SEVERITIES)),
  AlertRuleHealth: registerWordEnum("AlertRuleHealth", ["OK", "ERROR", "LIMIT", "WAITING", "PAUSED"]),
  AlertOutcome: registerWordEnum("AlertOutcome", upper(["match", "hold", "clear", "missing", "error"])),
  AlertIncidentStatus: registerWordEnum("AlertIncidentStatus", upper(["open", "acknowledged", "resolved"])),
  IncidentOrder: registerWordEnum("IncidentOrder", ["NEWEST", "WORST"]),
  AlertProblemCode: registerWordEnum("AlertProblemCode", upper(ALERT_PROBLEM_CODES)),
};
