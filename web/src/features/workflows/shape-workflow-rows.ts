import { findFigure } from "../../metrics/find-figure.js";
import { findGroupId } from "../../metrics/find-group-id.js";
import type { MetricAnswer, MetricFigure } from "../../metrics/metrics-query.js";
import type { Names } from "../../registry/build-names.js";
import type { State } from "../../ui/state-shape.js";
import { decideWorkflowState } from "./decide-workflow-state.js";
import { workflowMetrics, type WorkflowMetric, type WorkflowRow } from "./workflow-row.js";

const badness: Readonly<Record<State, number>> = { late: 0, none: 1, risk: 2, ok: 3 };

/** shapeWorkflowRows makes a row for each workflow, worst first: by state, then share of broken promises, then name. */
export function shapeWorkflowRows(answer: MetricAnswer, names: Names): readonly WorkflowRow[] {
  return answer.groups.map((group) => buildRow(group, names)).sort(compareRows);
}

function buildRow(group: MetricAnswer["groups"][number], names: Names): WorkflowRow {
  const client = findGroupId(group.key, "CLIENT");
  const workflow = findGroupId(group.key, "WORKFLOW");
  const figures = buildFigures(group.values);
  const limitSeconds = names.limitSeconds(client, workflow);
  const { state, reason } = decideWorkflowState({
    kept: figures.sla_attainment?.value ?? null,
    isUnmeasured: figures.sla_attainment?.nullReason === "INSUFFICIENT_COVERAGE",
    p95Seconds: figures.duration_p95?.value ?? null,
    limitSeconds,
    open: figures.runs_open?.value ?? 0,
    overdue: figures.sla_overdue?.value ?? 0,
    started: figures.runs_started?.value ?? 0,
    coverage: readCoverage(figures),
  });
  const titles = { title: names.workflow(client, workflow), clientTitle: names.client(client) };
  return {
    key: `${client}/${workflow}`,
    client,
    workflow,
    ...titles,
    state,
    reason,
    coverage: readCoverage(figures),
    limitSeconds,
    figures,
  };
}

/** readCoverage takes the coverage that travels with the row's values: that of the feeds which send this workflow. */
function readCoverage(figures: WorkflowRow["figures"]): number | null {
  return figures.sla_attainment?.coverage ?? figures.runs_started?.coverage ?? null;
}

function buildFigures(values: readonly MetricFigure[]): Record<WorkflowMetric, MetricFigure | undefined> {
  const entries = workflowMetrics.map((metric) => [metric, findFigure(values, metric)] as const);
  const figures: Partial<Record<WorkflowMetric, MetricFigure | undefined>> = Object.fromEntries(entries);
  return { ...emptyFigures, ...figures };
}

const emptyFigures: Record<WorkflowMetric, MetricFigure | undefined> = {
  sla_attainment: undefined,
  duration_p95: undefined,
  runs_open: undefined,
  sla_overdue: undefined,
  failure_rate: undefined,
  runs_started: undefined,
};

function compareRows(a: WorkflowRow, b: WorkflowRow): number {
  const kept = (row: WorkflowRow): number => row.figures.sla_attainment?.value ?? 1;
  return (
    badness[a.state] - badness[b.state] ||
    kept(a) - kept(b) ||
    a.title.localeCompare(b.title) ||
    a.key.localeCompare(b.key)
  );
}
