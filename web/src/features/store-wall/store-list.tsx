import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { formatMoneyList } from "../../format/format-money.js";
import { formatCount } from "../../format/format-number.js";
import { formatInstant } from "../../format/format-instant.js";
import { HeldNote } from "../../ui/held-note.js";
import { StateShape, stateWords } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import { useSettledOrder } from "../../ui/use-settled-order.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import type { StoreStanding } from "./store-wall-query.js";
import { wallStates } from "./wall-state.js";

const shownAtFirst = 50;

/** StoreList lists stores, worst first, each leading to its page. */
export function StoreList(props: { stores: readonly StoreStanding[]; now: Date }): ReactNode {
  const [isAll, setAll] = useState(false);
  const { rows, hold, waiting, show } = useSettledOrder(props.stores, (store) => `${store.client}\n${store.store}`);
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label="Stores" {...hold}>
      <HeldNote waiting={waiting} onShow={show} />
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Store</th>
            <th scope="col">Region</th>
            <th scope="col">Why</th>
            {["Overdue", "At risk", "Open", "Exceptions", "Money at risk", "Last event"].map((title) => (
              <th key={title} scope="col" className={table.number}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(isAll ? rows : rows.slice(0, shownAtFirst)).map((store) => (
            <Row key={`${store.client} ${store.store}`} store={store} now={props.now} />
          ))}
        </tbody>
      </table>
      {rows.length <= shownAtFirst || isAll ? null : (
        <button type="button" className={table.more} onClick={() => setAll(true)}>
          Show all {rows.length}
        </button>
      )}
    </div>
  );
}

function Row(props: { store: StoreStanding; now: Date }): ReactNode {
  const { names, timeZone, hasManyClients } = useWorkspace();
  const { store } = props;
  const state = wallStates[store.state];
  const region = names.region(store.client, store.region);
  return (
    <tr className={state === "late" ? table.hot : undefined}>
      <td>
        <span className={table.name}>
          <StateShape state={state} label={stateWords[state]} />
          <Link
            className={table.link ?? ""}
            to="/stores/$client/$store"
            params={{ client: store.client, store: store.store }}
          >
            {store.title}
          </Link>
        </span>
      </td>
      <td className={table.dim}>{hasManyClients ? `${names.client(store.client)}, ${region}` : region}</td>
      <td className={table.clip} data-tip={store.reason}>
        {store.reason}
      </td>
      <td className={`${table.number} ${store.overdue > 0 ? table.bad : table.dim}`}>{formatCount(store.overdue)}</td>
      <td className={table.number}>{formatCount(store.atRisk)}</td>
      <td className={table.number}>{formatCount(store.open)}</td>
      <td className={table.number}>{formatCount(store.exceptionsOpen)}</td>
      <td className={table.number}>{formatMoneyList(store.moneyAtRisk) || "–"}</td>
      <td className={`${table.number} ${table.dim}`}>
        {store.newestAt === null ? "never" : formatInstant(new Date(store.newestAt), timeZone, props.now)}
      </td>
    </tr>
  );
}
