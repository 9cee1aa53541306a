import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatCount } from "../../format/format-number.js";
import { useNow } from "../../time-range/use-now.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { MoreButton } from "../../ui/more-button.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { buildRunTable } from "./build-run-table.js";
import { RunFacets } from "./run-facets.js";
import { RunFilters, type RunChange } from "./run-filters.js";
import { buildRunFilter, looksAtAllTime, type RunSearch } from "./run-search.js";
import { RunTable } from "./run-table.js";
import { runPagesQuery } from "./runs-query.js";

const pageSize = 50;

/** RunsPanel is the list of runs with its filters, page by page. */
export function RunsPanel(props: { search: RunSearch; onChange: (change: RunChange) => void }): ReactNode {
  const { filter, range, names } = useWorkspace();
  const isAllTime = looksAtAllTime(props.search);
  const question = {
    filter: buildRunFilter(props.search, filter),
    range: isAllTime ? null : range,
    first: pageSize,
  };
  const query = useInfiniteQuery(runPagesQuery(question));
  const now = useNow(5_000);
  const count = query.data?.pages[0]?.totalCount;
  const note =
    count === undefined
      ? ""
      : `${formatCount(count)} ${count === 1 ? "run" : "runs"}${isAllTime ? ", whenever they started" : props.search.path === undefined ? " started in the range" : " ended in the range"}`;
  return (
    <Panel
      title="Runs"
      note={note}
      tools={{
        id: "runs",
        fileName: "runs",
        table: () =>
          query.data === undefined
            ? null
            : buildRunTable(
                query.data.pages.flatMap((page) => page.nodes),
                { names, now },
              ),
      }}
    >
      <RunFilters search={props.search} onChange={props.onChange} />
      <RunFacets question={question} search={props.search} onChange={props.onChange} />
      <QueryFrame
        query={query}
        what="the runs"
        skeleton={<SkeletonRows rows={14} height={32} />}
        isEmpty={(data) => (data.pages[0]?.nodes.length ?? 0) === 0}
        empty={
          <EmptyNote title="No run fits.">Remove a filter, widen the scope or choose a longer range above.</EmptyNote>
        }
      >
        {(data) => (
          <>
            <RunTable
              runs={data.pages.flatMap((page) => page.nodes)}
              label="Runs"
              now={now}
              showsStore
              order={props.search.order ?? ""}
              onOrder={(order) => props.onChange({ order })}
            />
            <MoreButton query={query} count={pageSize} />
          </>
        )}
      </QueryFrame>
    </Panel>
  );
}
