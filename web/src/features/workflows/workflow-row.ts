import type { MetricFigure } from "../../metrics/metrics-query.js";
import type { State } from "../../ui/state-shape.js";

/** WorkflowRow is how one workflow of one client did over the range. */
export interface WorkflowRow {
  readonly key: string;
  readonly client: string;
  readonly workflow: string;
  readonly title: string;
  readonly clientTitle: string;
  readonly state: State;
  readonly reason: string;
  /** coverage is the share of the range in which the feeds of the workflow were heard, null when not known. */
  readonly coverage: number | null;
  readonly limitSeconds: number | null;
  readonly figures: Readonly<Record<WorkflowMetric, MetricFigure | undefined>>;
}

/** WorkflowMetric names a column of the table. */
export type WorkflowMetric = (typeof workflowMetrics)[number];

/** workflowMetrics lists what the table asks for. */
export const workflowMetrics = [
  "sla_attainment",
  "duration_p95",
  "runs_open",
  "sla_overdue",
  "failure_rate",
  "runs_started",
] as const;
