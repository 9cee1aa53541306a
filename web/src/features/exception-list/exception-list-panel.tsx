import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatCount } from "../../format/format-number.js";
import { writeWhy } from "../../metrics/why-question.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { MoreButton } from "../../ui/more-button.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { buildExceptionListTable } from "./build-exception-list-table.js";
import { ExceptionFilters, type ExceptionChange } from "./exception-filters.js";
import { exceptionPagesQuery } from "./exception-list-query.js";
import type { ExceptionSearch } from "./exception-search.js";
import { ExceptionTable } from "./exception-table.js";

/** ExceptionListPanel is the list of exceptions with its filters, page by page, the worst first. */
export function ExceptionListPanel(props: {
  search: ExceptionSearch;
  onChange: (change: ExceptionChange) => void;
}): ReactNode {
  const { search, onChange } = props;
  const { filter, range, names } = useWorkspace();
  const query = useInfiniteQuery(exceptionPagesQuery({ search, filter, range }));
  const count = query.data?.pages[0]?.totalCount;
  const items = query.data?.pages.flatMap((page) => page.nodes) ?? [];
  const isOpenOnly = search.state !== "resolved" && search.state !== "any";
  return (
    <Panel
      title="Exceptions"
      span={9}
      note={
        count === undefined
          ? ""
          : `${formatCount(count)} ${isOpenOnly ? "open, whenever raised" : "raised in the range"}`
      }
      tools={{
        id: "exceptions",
        fileName: "exceptions",
        table: () => (query.data === undefined ? null : buildExceptionListTable(items, names)),
        why: writeWhy({ metric: "severity_score", filter }),
      }}
    >
      <ExceptionFilters search={search} onChange={onChange} />
      <QueryFrame
        query={query}
        what="the exceptions"
        skeleton={<SkeletonRows rows={14} height={44} />}
        isEmpty={() => items.length === 0}
        empty={
          <EmptyNote title={isOpenOnly ? "Nothing waits for a person." : "No exception fits."}>
            {isOpenOnly
              ? "No open exception fits these filters and this scope."
              : "Remove a filter, widen the scope or choose a longer range above."}
          </EmptyNote>
        }
      >
        {() => (
          <>
            <ExceptionTable items={items} open={search.open} onOpen={(open) => onChange({ open })} />
            <MoreButton query={query} count={50} />
          </>
        )}
      </QueryFrame>
    </Panel>
  );
}
