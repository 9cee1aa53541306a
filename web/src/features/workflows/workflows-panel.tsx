import { useQuery } from "@tanstack/react-query";
import { useMemo, type ReactNode } from "react";
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

/** WorkflowsPanel shows how each workflow in scope does, worst first. */
export function WorkflowsPanel(props: WorkflowsPanelProps): ReactNode {
  const { names, timeZone, hasManyClients, registry } = useWorkspace();
  const figures = useQuery(workflowsQuery(props.question));
  const series = useQuery(workflowLinesQuery(props.question));
  const rows = useMemo(
    () => (figures.data === undefined ? [] : shapeWorkflowRows(figures.data, names)),
    [figures.data, names],
  );
  const lines = useMemo(() => (series.data === undefined ? new Map() : shapeLines(series.data)), [series.data]);
  const expected = Math.min(13, countWorkflows(registry.workflows, props.question.filter.clients ?? []) + 1);
  return (
    <Panel
      title="Workflows"
      note="worst first"
      span={props.span}
      tools={{
        id: "workflows",
        fileName: "workflows",
        table: () => (figures.data === undefined ? null : buildWorkflowTable(rows, hasManyClients)),
      }}
    >
      {/* A store that does few of the workflows leaves room: what stands below must not jump up. */}
      <div style={{ minHeight: expected * 33 }}>
        <QueryFrame
          query={figures}
          what="the workflows"
          skeleton={<SkeletonRows rows={expected} height={33} />}
          isEmpty={() => rows.length === 0}
          empty={
            <EmptyNote title="Nothing ran in this range.">Choose a longer range or a wider scope above.</EmptyNote>
          }
        >
          {(answer) => (
            <WorkflowTable
              rows={rows}
              lines={lines}
              each={series.data?.bucket.each ?? ""}
              asOf={answer.asOf}
              timeZone={timeZone}
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

function countWorkflows(workflows: readonly { readonly client: string }[], clients: readonly string[]): number {
  return workflows.filter((workflow) => clients.length === 0 || clients.includes(workflow.client)).length;
}
