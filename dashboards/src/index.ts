export { DefinitionFault } from "./definition/definition-fault.js";
export { loadDefinition } from "./definition/load-definition.js";
export { parseDefinition } from "./definition/parse-definition.js";
export { readYaml } from "./definition/read-yaml.js";
export { loadNetwork } from "./network/load-network.js";
export type { Network, NetworkClient, NetworkPartner, NetworkStore, NetworkWorkflow } from "./network/network.js";
export { packFile } from "./pack/pack-file.js";
export type { IncidentDefinition } from "./incidents/incident-definition.js";
export { loadIncidents } from "./incidents/load-incidents.js";
export { COMPARISONS, type Comparison, type Condition, type Expression } from "./mapping/expression.js";
export { compilePath, type Path } from "./mapping/compile-path.js";
export { loadMapping } from "./mapping/load-mapping.js";
export { STRUCTURED_FIELDS, mappingSchema, type Mapping } from "./mapping/mapping.js";
export { mappingFile } from "./mapping/mapping-file.js";
export { PATTERN_FIELDS, type EventPattern } from "./expectations/event-pattern.js";
export { expectationRuleSchema, type ExpectationRule } from "./expectations/expectation-rule.js";
export { loadExpectations } from "./expectations/load-expectations.js";
export { slaPolicySchema, type DeclaredSlaPolicy } from "./policies/sla-policy.js";
export { loadPolicies } from "./policies/load-policies.js";
export type { DashboardKnowledge } from "./dashboard/dashboard-knowledge.js";
export { AUDIENCES, COMPARED, HEADLINES, RANGES, VARIABLES, type Dashboard } from "./dashboard/dashboard.js";
export { PANEL_KINDS, type Panel } from "./dashboard/panel.js";
export { ANNOTATION_KINDS, HEAT_COLUMNS, PANEL_ORDERS, PANEL_PAGES, SPANS } from "./dashboard/panel-words.js";
export type { PanelFilter } from "./dashboard/panel-filter.js";
export { loadDashboards, type DashboardFile } from "./dashboard/load-dashboards.js";
export { parseDashboard } from "./dashboard/parse-dashboard.js";
export { renameDashboard } from "./dashboard/rename-dashboard.js";
export {
  alertRuleSchema,
  DAY_SECONDS,
  NO_DATA_POLICIES,
  type AlertRule,
  type AlertRuleKind,
} from "./alert-rules/alert-rule.js";
export { ALERT_SEVERITIES, THRESHOLD_OPERATORS, type AlertLevel } from "./alert-rules/alert-level.js";
export type { AlertRuleKnowledge, RuleMetric } from "./alert-rules/alert-rule-knowledge.js";
export { listRuleMetrics, OBLIGATION_METRICS } from "./alert-rules/list-rule-metrics.js";
export { loadAlertRules } from "./alert-rules/load-alert-rules.js";
export { parseAlertRule } from "./alert-rules/parse-alert-rule.js";
