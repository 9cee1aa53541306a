import { useQuery } from "@tanstack/react-query";
import { useCallback, type ReactNode } from "react";
import type { MetricAnswer } from "../../metrics/metrics-query.js";
import type { Registry } from "../../registry/registry-query.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { buildWorkflowTable } from "./build-workflow-table.js";
import { shapeLines } from "./shape-lines.js";
import { shapeWorkflowRows } from "./shape-workflow-rows.js";
import { WorkflowTable } from "./workflow-table.js";
import { workflowLinesQuery, workflowsQuery, type WorkflowsQuestion } from "./workflows-query.js";

interface WorkflowsPanelProps {
  readonly question: WorkflowsQuestion;
  readonly span: 8 | 12;
  readonly selected: string | null;
  readonly onSelect?: (key: string) => void;
}

const noLines = {};

/** WorkflowsPanel shows how each workflow in scope does, worst first. */
export function WorkflowsPanel(props: WorkflowsPanelProps): ReactNode {
  const { names, hasManyClients, registry } = useWorkspace();
  // Shaped where the answer is kept: rows that are equal stay the same objects, and are not drawn again.
  const shape = useCallback(
    (answer: MetricAnswer) => ({ asOf: answer.asOf, rows: shapeWorkflowRows(answer, names) }),
    [names],
  );
  const figures = useQuery({ ...workflowsQuery(props.question), select: shape });
  const series = useQuery({ ...workflowLinesQuery(props.question), select: shapeLines });
  const expected = expectRows(props.question, registry);
  return (
    <Panel
      title="Workflows"
      note="worst first"
      span={props.span}
      tools={{
        id: "workflows",
        fileName: "workflows",
        table: () => (figures.data === undefined ? null : buildWorkflowTable(figures.data.rows, hasManyClients)),
      }}
    >
      <div style={{ minHeight: expected * 33 }}>
        <QueryFrame
          query={figures}
          what="the workflows"
          skeleton={<SkeletonRows rows={expected} height={33} />}
          isEmpty={({ rows }) => rows.length === 0}
          empty={
            <EmptyNote title="Nothing ran in this range.">Choose a longer range or a wider scope above.</EmptyNote>
          }
        >
          {({ rows }) => (
            <WorkflowTable
              rows={rows}
              lines={series.data?.lines ?? noLines}
              each={series.data?.each ?? ""}
              filter={props.question.filter}
              hasManyClients={hasManyClients && (props.question.stores ?? []).length === 0}
              selected={props.selected}
              {...(props.onSelect === undefined ? {} : { onSelect: props.onSelect })}
            />
          )}
        </QueryFrame>
      </div>
    </Panel>
  );
}

/** How many rows will come: what stands below must not jump. One store, channel or partner takes part in a few of the workflows only. */
function expectRows({ filter, stores = [] }: WorkflowsQuestion, registry: Registry): number {
  const clients = filter.clients ?? [];
  const isOneStore = stores.length > 0 || registry.stores.length === 1;
  const known = registry.workflows.filter(({ client }) => clients.length === 0 || clients.includes(client)).length;
  const isPart = (filter.channels ?? []).length + (filter.partners ?? []).length > 0;
  return Math.min(isOneStore ? 6 : isPart ? 8 : 13, known + 1);
}
