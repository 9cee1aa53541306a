import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState, type ReactNode } from "react";
import { ExceptionsPanel } from "../../features/exceptions/exceptions-panel.js";
import { feedsQuery } from "../../features/feeds/feeds-query.js";
import { groupQuietFeeds } from "../../features/feeds/group-quiet-feeds.js";
import { buildNeeds } from "../../features/needs/build-needs.js";
import { coverageQuery, moneyQuery } from "../../features/needs/headline-query.js";
import { NeedsPanel } from "../../features/needs/needs-panel.js";
import { obligationsAtMost, obligationsQuery } from "../../features/needs/obligations-query.js";
import { renderHeadlineNote, renderNeedCount } from "../../features/needs/render-headline.js";
import { StoreWallPanel } from "../../features/store-wall/store-wall-panel.js";
import { TrendPanel } from "../../features/trend/trend-panel.js";
import { WorkflowsPanel } from "../../features/workflows/workflows-panel.js";
import { useElapsed } from "../../time-range/use-elapsed.js";
import { useNow } from "../../time-range/use-now.js";
import { AfterFirst } from "../../ui/after-first.js";
import { PageTitle } from "../../ui/page-title.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { useWorstWorkflow } from "./use-worst-workflow.js";

/** patienceMs is how long the panels below wait for the list above them, so that they stand where they stay. */
const patienceMs = 900;

/** LivePage answers which workflow, store, feed or launch needs somebody now, worst money first. */
export function LivePage(): ReactNode {
  const { filter, range, timeZone, names } = useWorkspace();
  const search = useSearch({ from: "/shell/" });
  const navigate = useNavigate({ from: "/" });
  const now = useNow(5_000);
  const obligations = useQuery(obligationsQuery(filter));
  const feeds = useQuery(feedsQuery(filter));
  const money = useQuery(moneyQuery({ filter, range, timeZone }));
  const coverage = useQuery(coverageQuery({ filter, range, timeZone }));
  const question = useMemo(() => ({ filter, range, timeZone }), [filter, range, timeZone]);
  const quiet = useMemo(
    () => groupQuietFeeds(feeds.data ?? [], { names, timeZone, now }),
    [feeds.data, names, timeZone, now],
  );
  const needs = useMemo(
    () => buildNeeds(obligations.data ?? [], quiet, { now, timeZone }),
    [obligations.data, quiet, now, timeZone],
  );
  const worst = useWorstWorkflow(question);
  const workflow = search.workflow === "all" ? null : (search.workflow ?? worst);
  const change = (parts: { [name in "workflow" | "chart"]?: string | undefined }): void =>
    void navigate({ search: (previous) => ({ ...previous, ...parts }), resetScroll: false });
  const isReady = !obligations.isPending && !feeds.isPending;
  const isOverdue = useElapsed(patienceMs);
  const [isReserved, setReserved] = useState(false);
  if (isOverdue && !isReady && !isReserved) setReserved(true);
  const isCut = (obligations.data?.length ?? 0) >= obligationsAtMost;
  return (
    <>
      <PageTitle
        title={obligations.data === undefined ? "What needs you" : renderNeedCount(needs.length, isCut)}
        note={renderHeadlineNote(money.data, coverage.data)}
      />
      <NeedsPanel
        query={obligations}
        needs={needs}
        isWaiting={!isReady && !isOverdue}
        isReserved={isReserved}
        lateFeeds={(feeds.data ?? []).filter((feed) => feed.state === "LATE").length}
      />
      <AfterFirst isReady={isReady || isOverdue}>
        <WorkflowsPanel
          question={question}
          span={8}
          selected={workflow}
          onSelect={(key) => change({ workflow: key })}
        />
        <StoreWallPanel />
        <TrendPanel workflow={workflow} metricId={search.chart ?? null} onChange={change} />
        <ExceptionsPanel />
      </AfterFirst>
    </>
  );
}
