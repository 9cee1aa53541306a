import type { ReactNode } from "react";
import type { PanelDefinition } from "../../../features/dashboard/dashboard-query.js";
import { readSpan } from "../../../features/dashboard/frame/read-span.js";
import { RunListPanel } from "../../../features/runs/run-list-panel.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { buildRunsQuestion } from "./build-runs-question.js";

/** RunsOfPage lists runs within what the page is narrowed to, as its panel chooses and orders them. */
export function RunsOfPage(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  const { filter, range } = useWorkspace();
  const [client, store] = [filter.clients?.[0], filter.stores?.[0]];
  const isOneStore = client !== undefined && store !== undefined && filter.stores?.length === 1;
  return (
    <RunListPanel
      title={panel.title}
      span={readSpan(panel.span)}
      question={buildRunsQuestion(panel, filter, range)}
      stores={isOneStore ? [{ client, store }] : []}
      showsStore={!isOneStore}
      empty={
        panel.states.length === 0 || panel.states.includes("FINISHED")
          ? "Nothing ran in this range."
          : "Nothing is open."
      }
      emptyHint={panel.states.length === 0 ? "Choose a longer range above." : "Every run here has ended or is in time."}
    />
  );
}
