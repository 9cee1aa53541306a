import { useState, type ReactNode } from "react";
import { EmptyNote } from "../../ui/empty-note.js";
import { HeldNote } from "../../ui/held-note.js";
import { QueryFrame, type FramedQuery } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import tableClasses from "../../ui/table.module.css";
import { useSettledOrder } from "../../ui/use-settled-order.js";
import { chooseWorst } from "./choose-worst.js";
import type { Need } from "./need.js";
import { NeedRow } from "./need-row.js";
import classes from "./needs.module.css";
import type { Obligation } from "./obligations-query.js";

interface NeedsPanelProps {
  readonly query: FramedQuery<readonly Obligation[]>;
  readonly needs: readonly Need[];
  readonly lateFeeds: number;
  /** isWaiting says that the feeds are still on their way: half a list would jump. */
  readonly isWaiting: boolean;
  /** isReserved keeps the height of the full list, because what stands below is already being read. */
  readonly isReserved: boolean;
}

const shownAtFirst = 6;

const asked = { data: undefined, error: null, dataUpdatedAt: 0, isPlaceholderData: false, refetch: () => undefined };

/** NeedsPanel lists what needs somebody, the worst first; the order holds still while somebody points at it. */
export function NeedsPanel(props: NeedsPanelProps): ReactNode {
  return (
    <section className={classes.panel} data-reserved={props.isReserved ? "" : undefined} aria-label="What needs you">
      <QueryFrame
        query={props.isWaiting && props.query.error === null ? asked : props.query}
        what="what needs you"
        skeleton={
          <div className={classes.shape}>
            <SkeletonRows rows={shownAtFirst} height={57} />
          </div>
        }
        isEmpty={() => props.needs.length === 0}
        empty={
          <EmptyNote title="Nothing needs you.">
            Every run in scope is inside its deadline and every feed is heard.
          </EmptyNote>
        }
      >
        {() => <NeedList needs={props.needs} />}
      </QueryFrame>
      {props.lateFeeds === 0 ? null : (
        <p className={classes.late}>
          {props.lateFeeds === 1 ? "1 more feed is" : `${props.lateFeeds} more feeds are`} later than usual, not yet
          silent.
        </p>
      )}
    </section>
  );
}

function NeedList(props: { needs: readonly Need[] }): ReactNode {
  const [isAll, setAll] = useState(false);
  const { rows, hold, waiting, show } = useSettledOrder(props.needs, (need) => need.key);
  const shown = isAll ? rows : chooseWorst(rows, shownAtFirst);
  return (
    <div {...hold}>
      <HeldNote waiting={waiting} onShow={show} />
      <ul>
        {shown.map((need) => (
          <NeedRow key={need.key} need={need} />
        ))}
      </ul>
      {rows.length <= shownAtFirst ? null : (
        <button type="button" className={tableClasses.more} aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? "Show the worst only" : `Show ${rows.length - shownAtFirst} more`}
        </button>
      )}
    </div>
  );
}
