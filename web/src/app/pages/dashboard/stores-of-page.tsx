import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import type { PanelDefinition } from "../../../features/dashboard/dashboard-query.js";
import { readSpan } from "../../../features/dashboard/frame/read-span.js";
import { buildStoreTable } from "../../../features/store-wall/build-store-table.js";
import { orderStores } from "../../../features/store-wall/order-stores.js";
import { StoreList } from "../../../features/store-wall/store-list.js";
import { storeWallQuery } from "../../../features/store-wall/store-wall-query.js";
import { wallStateOrder } from "../../../features/store-wall/wall-state.js";
import { formatCount } from "../../../format/format-number.js";
import { useNow } from "../../../time-range/use-now.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import filters from "../../../ui/filters.module.css";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { stateWords } from "../../../ui/state-shape.js";
import { useSearchWord } from "../../../ui/use-search-word.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

/** StoresOfPage lists the stores in scope, worst first; what is searched for and in which state stands in the address. */
export function StoresOfPage(props: { panel: PanelDefinition }): ReactNode {
  const { filter, names } = useWorkspace();
  const state = useSearchWord("state") ?? "";
  const find = useSearchWord("find") ?? "";
  const navigate = useNavigate();
  const now = useNow(10_000);
  const query = useQuery(storeWallQuery(filter));
  const shown = useMemo(() => orderStores(query.data ?? [], { state, find }), [query.data, state, find]);
  const change = (parts: { state?: string; find?: string }): void =>
    void navigate({ to: ".", search: (previous) => ({ ...previous, ...parts }), resetScroll: false, replace: true });
  const count = query.data?.length;
  return (
    <Panel
      title={props.panel.title}
      note={count === undefined ? "" : `${formatCount(shown.length)} of ${formatCount(count)}, worst first`}
      span={readSpan(props.panel.span)}
      tools={{
        id: props.panel.id,
        fileName: "stores",
        table: () => (query.data === undefined ? null : buildStoreTable(shown, names)),
      }}
    >
      <div className={filters.filters}>
        <input
          type="search"
          aria-label="Store name or number"
          placeholder="Store name or number"
          value={find}
          onChange={(event) => change({ find: event.currentTarget.value })}
        />
        <select aria-label="State" value={state} onChange={(event) => change({ state: event.currentTarget.value })}>
          <option value="">Any state</option>
          {wallStateOrder.map((entry) => (
            <option key={entry} value={entry}>
              {stateWords[entry]}
            </option>
          ))}
        </select>
      </div>
      <QueryFrame
        query={query}
        what="the stores"
        skeleton={<SkeletonRows rows={16} height={32} />}
        isEmpty={() => shown.length === 0}
        empty={<EmptyNote title="No store fits.">Remove a filter or widen the scope above.</EmptyNote>}
      >
        {() => <StoreList stores={shown} now={now} />}
      </QueryFrame>
    </Panel>
  );
}
