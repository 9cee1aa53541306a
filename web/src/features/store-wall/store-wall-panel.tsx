import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, type ReactNode } from "react";
import { formatCount } from "../../format/format-number.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { buildStoreTable } from "./build-store-table.js";
import { listWaitingStores } from "./list-waiting-stores.js";
import { orderStores } from "./order-stores.js";
import { shapeWall } from "./shape-wall.js";
import { StoreWall } from "./store-wall.js";
import { storeWallQuery, type StoreStanding } from "./store-wall-query.js";

/** StoreWallPanel shows every store in scope by region, each in its worst state. */
export function StoreWallPanel(): ReactNode {
  const { filter, names, hasManyClients } = useWorkspace();
  const question = storeWallQuery(filter);
  // Shaped where the answer is kept: a region in which nothing changed stays the same object, and is not drawn again.
  const shape = useCallback(
    (stores: readonly StoreStanding[]) => shapeWall(stores, names, hasManyClients),
    [names, hasManyClients],
  );
  const query = useQuery({ ...question, select: shape });
  const count = query.data?.regions.reduce((sum, { stores }) => sum + stores.length, 0);
  const queries = useQueryClient();
  return (
    <Panel
      title="Stores"
      note={count === undefined ? "" : `${formatCount(count)}, by region`}
      span={4}
      tools={{
        id: "stores",
        fileName: "stores",
        table: () => {
          const stores = queries.getQueryData(question.queryKey);
          return stores === undefined ? null : buildStoreTable(orderStores(stores, { state: "", find: "" }), names);
        },
      }}
    >
      <QueryFrame
        query={query}
        what="the stores"
        skeleton={<WallSkeleton />}
        isEmpty={({ regions }) => regions.length === 0}
        empty={
          <EmptyNote title="No store in this scope.">
            Widen the scope above, or wait: a store appears with its first event.
          </EmptyNote>
        }
      >
        {(wall) => <StoreWall wall={wall} />}
      </QueryFrame>
    </Panel>
  );
}

/** WallSkeleton is the wall before its states are known: the registry already says which stores stand where. */
function WallSkeleton(): ReactNode {
  const { registry, filter, names, hasManyClients } = useWorkspace();
  const stores = listWaitingStores(registry, filter);
  return (
    <div style={{ opacity: 0.5, pointerEvents: "none" }} aria-hidden="true" inert>
      <StoreWall wall={shapeWall(stores, names, hasManyClients)} />
    </div>
  );
}
