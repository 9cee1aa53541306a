import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useMemo, type ReactNode } from "react";
import { useDashboard } from "../../../features/dashboard/dashboard-context.js";
import type { PanelDefinition } from "../../../features/dashboard/dashboard-query.js";
import { ExceptionsPanel } from "../../../features/exceptions/exceptions-panel.js";
import { NeedsPanel } from "../../../features/needs/needs-panel.js";
import { readMoney } from "../../../features/needs/render-headline.js";
import { StoreFigures } from "../../../features/store/store-figures.js";
import { storeMoneyQuery } from "../../../features/store/store-figures-query.js";
import { StoreWallPanel } from "../../../features/store-wall/store-wall-panel.js";
import { TrendPanel } from "../../../features/trend/trend-panel.js";
import { WorkflowsPanel } from "../../../features/workflows/workflows-panel.js";
import { useSearchWord } from "../../../ui/use-search-word.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { useWorstWorkflow } from "../use-worst-workflow.js";
import { FeedsOfPage } from "./feeds-of-page.js";
import { RunsOfPage } from "./runs-of-page.js";
import { StoresOfPage } from "./stores-of-page.js";
import { useNeeds } from "./use-needs.js";

const FiringStrip = lazy(async () => ({
  default: (await import("../../../features/alerts/strip/firing-strip.js")).FiringStrip,
}));

type Draw = (props: { panel: PanelDefinition }) => ReactNode;

/** ownPanels draw the kinds that are lists of the product's own. */
export const ownPanels: Readonly<Partial<Record<PanelDefinition["kind"], Draw>>> = {
  NEEDS: Needs,
  WORKFLOWS: Workflows,
  STORE_WALL: () => <StoreWallPanel />,
  STORE_LIST: StoresOfPage,
  STORE_FIGURES: Figures,
  TREND: Trend,
  EXCEPTIONS: () => <ExceptionsPanel />,
  ALERTS: Alerts,
  FEEDS: FeedsOfPage,
  RUNS: RunsOfPage,
};

/** The strip has one height, whatever it says and before it says anything. */
function Alerts(): ReactNode {
  return (
    <div style={{ gridColumn: "1 / -1", minHeight: 30 }}>
      <Suspense fallback={null}>
        <FiringStrip />
      </Suspense>
    </div>
  );
}

function Needs(): ReactNode {
  const { obligations, feeds, needs, isReady, isOverdue, isReserved } = useNeeds();
  return (
    <NeedsPanel
      query={obligations}
      needs={needs}
      isWaiting={!isReady && !isOverdue}
      isReserved={isReserved}
      lateFeeds={(feeds.data ?? []).filter((feed) => feed.state === "LATE").length}
    />
  );
}

function Workflows(props: { panel: PanelDefinition }): ReactNode {
  const { definition } = useDashboard();
  const question = useWorkflowsQuestion();
  const { workflow, change } = useChart();
  const hasTrend = definition.panels.some(({ kind }) => kind === "TREND");
  const worst = useWorstWorkflow(question);
  const select = useCallback((key: string) => change({ workflow: key }), [change]);
  const selected = workflow === "all" ? null : (workflow ?? worst ?? null);
  return (
    <WorkflowsPanel
      question={question}
      span={props.panel.span === 8 ? 8 : 12}
      selected={hasTrend ? selected : null}
      {...(hasTrend ? { onSelect: select } : {})}
    />
  );
}

function Trend(): ReactNode {
  const { workflow, chart, change } = useChart();
  const worst = useWorstWorkflow(useWorkflowsQuestion());
  return (
    <TrendPanel workflow={workflow === "all" ? null : (workflow ?? worst)} metricId={chart ?? null} onChange={change} />
  );
}

function Figures(): ReactNode {
  const { filter, range, timeZone } = useWorkspace();
  const [client = ""] = filter.clients ?? [];
  const [store = ""] = filter.stores ?? [];
  const question = { client, store, range, timeZone };
  const money = useQuery({ ...storeMoneyQuery(question), enabled: store !== "" });
  if (store === "") return null;
  return <StoreFigures question={question} money={money.data === undefined ? null : readMoney(money.data)} />;
}

function useWorkflowsQuestion() {
  const { filter, range, timeZone } = useWorkspace();
  return useMemo(() => {
    const [client, ...moreClients] = filter.clients ?? [];
    const [store, ...moreStores] = filter.stores ?? [];
    const isOne = client !== undefined && store !== undefined && moreClients.length + moreStores.length === 0;
    return { filter, range, timeZone, ...(isOne ? { stores: [{ client, store }] } : {}) };
  }, [filter, range, timeZone]);
}

/** useChart answers which workflow and metric the chart over time shows; both stand in the address. */
function useChart() {
  const navigate = useNavigate();
  const change = useCallback(
    (parts: { [name in "workflow" | "chart"]?: string | undefined }): void =>
      void navigate({ to: ".", search: (previous) => ({ ...previous, ...parts }), resetScroll: false }),
    [navigate],
  );
  return { workflow: useSearchWord("workflow"), chart: useSearchWord("chart"), change };
}
