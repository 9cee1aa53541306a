import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatCount } from "../../format/format-number.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { shapeWall } from "./shape-wall.js";
import { StoreWall } from "./store-wall.js";
import classes from "./store-wall.module.css";
import { storeWallQuery } from "./store-wall-query.js";

/** StoreWallPanel shows every store in scope by region, each in its worst state. */
export function StoreWallPanel(): ReactNode {
  const { filter, names, hasManyClients, registry } = useWorkspace();
  const query = useQuery(storeWallQuery(filter));
  const count = query.data?.length;
  return (
    <Panel title="Stores" note={count === undefined ? "" : `${formatCount(count)}, by region`} span={4}>
      <QueryFrame
        query={query}
        what="the stores"
        skeleton={<WallSkeleton stores={registry.stores.length} />}
        isEmpty={(stores) => stores.length === 0}
        empty={
          <EmptyNote title="No store in this scope.">
            Widen the scope above, or wait: a store appears with its first event.
          </EmptyNote>
        }
      >
        {(stores) => <StoreWall wall={shapeWall(stores, names, hasManyClients)} />}
      </QueryFrame>
    </Panel>
  );
}

function WallSkeleton(props: { stores: number }): ReactNode {
  return (
    <ul className={classes.cells} style={{ minHeight: 300, alignContent: "start" }}>
      {Array.from({ length: Math.min(props.stores, 400) }, (_, index) => (
        <li key={index} className={`${classes.cell} ${classes.ok}`}>
          <i style={{ opacity: 0.5 }} />
        </li>
      ))}
    </ul>
  );
}
