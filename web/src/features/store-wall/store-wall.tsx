import { useRouter, useRouterState } from "@tanstack/react-router";
import { memo, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { moveFocus } from "./move-focus.js";
import type { Wall, WallRegion, WallStore } from "./shape-wall.js";
import { WallLegend } from "./wall-legend.js";
import classes from "./store-wall.module.css";

/** StoreWall draws every store by region; one tab stop, arrow keys move within it, each cell leads to its store. */
export function StoreWall(props: { wall: Wall }): ReactNode {
  const { regions, counts } = props.wall;
  const [current, setCurrent] = useState<string | null>(null);
  const firstKey = regions[0]?.stores[0]?.key ?? "";
  const keys = new Set(regions.flatMap((region) => region.stores.map((store) => store.key)));
  const tabKey = current !== null && keys.has(current) ? current : firstKey;
  // Which of its stores can be reached by Tab is all that a region has to know: moving within one does not draw the others.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => moveFocus(event, event.currentTarget);
  const { search, onClick } = useStoreLinks();
  return (
    <>
      <div
        className={classes.wall}
        data-many={regions.length > 8 ? "" : undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {regions.map((region) => (
          <Region
            key={region.key}
            region={region}
            search={search}
            tabKey={region.stores.some(({ key }) => key === tabKey) ? tabKey : null}
            onFocus={setCurrent}
          />
        ))}
      </div>
      <WallLegend counts={counts} />
    </>
  );
}

/**
 * useStoreLinks gives what the address of every store ends with, and follows a click within the page: each of 300 links of the router would work
 * out its own address, and again whenever the address of the page changes.
 */
function useStoreLinks(): { search: string; onClick: (event: MouseEvent<HTMLElement>) => void } {
  const router = useRouter();
  const search = useRouterState({
    select: () =>
      router.buildLocation({ to: "/stores/$client/$store", params: { client: "any", store: "any" } }).searchStr,
  });
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link === null || !isPlain || event.defaultPrevented) return;
    event.preventDefault();
    router.history.push(link.pathname + link.search);
  };
  return { search, onClick };
}

interface RegionProps {
  readonly region: WallRegion;
  readonly search: string;
  /** tabKey is the store of this region that Tab leads to, null where it is in another one. */
  readonly tabKey: string | null;
  readonly onFocus: (key: string) => void;
}

const Region = memo(function Region(props: RegionProps): ReactNode {
  const { region } = props;
  return (
    <div className={classes.region}>
      <h3>
        <span>{region.title}</span>
        <span data-quiet={region.note === "ok" ? "" : undefined}>{region.note}</span>
      </h3>
      <ul className={classes.cells} aria-label={region.title}>
        {region.stores.map((store) => (
          <Cell
            key={store.key}
            store={store}
            search={props.search}
            isTabStop={store.key === props.tabKey}
            onFocus={props.onFocus}
          />
        ))}
      </ul>
    </div>
  );
});

interface CellProps {
  readonly store: WallStore;
  readonly search: string;
  readonly isTabStop: boolean;
  readonly onFocus: (key: string) => void;
}

// NOTE: 300 cells; only those whose state or words changed are drawn again after a live update.
const Cell = memo(function Cell(props: CellProps): ReactNode {
  const { store } = props;
  return (
    <li>
      <a
        href={`/stores/${encodeURIComponent(store.client)}/${encodeURIComponent(store.store)}${props.search}`}
        className={`${classes.cell} ${classes[store.state]}`}
        tabIndex={props.isTabStop ? 0 : -1}
        onFocus={() => props.onFocus(store.key)}
        aria-label={store.label.replaceAll("\n", ", ")}
        data-tip={store.label}
      >
        <i />
      </a>
    </li>
  );
}, areSame);

function areSame(before: CellProps, after: CellProps): boolean {
  return (
    before.isTabStop === after.isTabStop &&
    before.search === after.search &&
    before.store.state === after.store.state &&
    before.store.label === after.store.label &&
    before.store.key === after.store.key
  );
}
