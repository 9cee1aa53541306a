import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { shapeWorkflowRows } from "../../features/workflows/shape-workflow-rows.js";
import { workflowsQuery, type WorkflowsQuestion } from "../../features/workflows/workflows-query.js";
import { useWorkspace } from "../../workspace/workspace-context.js";

/** useWorstWorkflow answers the key of the worst workflow when the page was opened; it does not follow later changes, so that the chart stays what one reads. Null where there is none, undefined while that is not known. */
export function useWorstWorkflow(question: WorkflowsQuestion): string | null | undefined {
  const { names } = useWorkspace();
  const query = useQuery(workflowsQuery(question));
  const answer = query.data;
  const questionText = JSON.stringify(question);
  const [kept, setKept] = useState<{ question: string; key: string } | null>(null);
  if (kept !== null && kept.question === questionText) return kept.key;
  if (answer === undefined) return query.isPending ? undefined : null;
  const [first] = shapeWorkflowRows(answer, names);
  if (first === undefined) return null;
  setKept({ question: questionText, key: first.key });
  return first.key;
}
