import type { ScopeFilterInput } from "../../graphql/operations.js";
import { metricsQuery } from "../../metrics/metrics-query.js";
import { linesQuery } from "../../metrics/series-query.js";
import type { StoreKey } from "../../live-changes/live-subject.js";
import type { TimeRange } from "../../time-range/time-range.js";
import { workflowMetrics } from "./workflow-row.js";

/** WorkflowsQuestion says for which part of the network and which time the workflows are asked. */
export interface WorkflowsQuestion {
  readonly filter: ScopeFilterInput;
  readonly range: TimeRange;
  readonly timeZone: string;
  readonly stores?: readonly StoreKey[];
}

/** sparkPoints bounds a sparkline: a 96 pixel wide line shows no more. */
const sparkPoints = 48;

/** workflowsQuery asks for the figures of every workflow. */
export function workflowsQuery(question: WorkflowsQuestion) {
  const { stores = [], ...rest } = question;
  return metricsQuery(
    { ...rest, metrics: workflowMetrics, groupBy: ["CLIENT", "WORKFLOW"] },
    { stores, clockMs: 15_000 },
  );
}

/** workflowLinesQuery asks for the runs started over time, for the sparklines. */
export function workflowLinesQuery(question: WorkflowsQuestion) {
  const { stores = [], ...rest } = question;
  return linesQuery({ ...rest, metrics: ["runs_started"], groupBy: ["CLIENT", "WORKFLOW"] }, sparkPoints, {
    stores,
    everyMs: 10_000,
  });
}
