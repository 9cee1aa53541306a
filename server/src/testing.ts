export { computeIndependently } from "./metrics/testing/compute-independently.js";
export type { RawException, RawMeasure, RawRow, RawRun } from "./metrics/testing/build-raw-world.js";
export { buildMetricPair, type MetricPair } from "./rollups/testing/build-metric-pair.js";
export { listRolledMetrics } from "./rollups/list-rolled-metrics.js";
export type { PolicyDraft } from "./sla/policies/check-policy.js";
export { buildScope, type Scope } from "./scope/scope.js";
export type { MetricQuestion } from "./metrics/query/metric-query.js";
export type { MetricAnswer } from "./metrics/execution/metric-answer.js";
export { seedDemoPeople } from "./identity/testing/seed-demo-people.js";
export { PromiseStamper } from "./sla/stamps/promise-stamper.js";
export { proveCommits, type CommitFinding } from "./alerts/testing/prove-commits.js";
export { measureInstances, type InstanceMeasure } from "./alerts/testing/measure-instances.js";
export { openAlertWorld, AlertWorld } from "./alerts/testing/open-alert-world.js";
export { runCrashStory, type CrashReport } from "./alerts/testing/run-crash-story.js";
export { compareWithPrometheus, type PrometheusFinding } from "./alerts/replay/testing/compare-with-prometheus.js";
export {
  compareWithAlertmanager,
  type AlertmanagerFinding,
} from "./alerts/replay/testing/compare-with-alertmanager.js";
export { measureStorm, type StormMeasure } from "./alerts/testing/measure-storm.js";
