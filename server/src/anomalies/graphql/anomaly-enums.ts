import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { BUDGET_REFUSALS } from "../budgets/check-budget.js";
import { ANOMALY_STATES } from "../list/anomaly-filter.js";
import { SEVERITIES } from "../scoring/anomaly-record.js";
import { ANOMALY_KINDS } from "../scoring/slot-finding.js";

/** AnomalyEnums holds the GraphQL enums of anomalies. */
export const AnomalyEnums = {
  AnomalyKind: registerWordEnum(
    "AnomalyKind",
    ANOMALY_KINDS.map((kind) => kind.toUpperCase()),
  ),
  AnomalyBudgetProblemCode: registerWordEnum(
    "AnomalyBudgetProblemCode",
    BUDGET_REFUSALS.map((reason) => reason.toUpperCase()),
  ),
  AnomalySeverity: registerWordEnum("AnomalySeverity", SEVERITIES),
  AnomalyState: registerWordEnum("AnomalyState", ANOMALY_STATES),
};
