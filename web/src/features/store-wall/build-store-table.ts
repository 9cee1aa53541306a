import { formatMoneyExact } from "../../format/format-money.js";
import type { Names } from "../../registry/build-names.js";
import { stateWords } from "../../ui/state-shape.js";
import type { PanelTable, TableCell } from "../../ui/panel-tools.js";
import type { StoreStanding } from "./store-wall-query.js";
import { wallStates } from "./wall-state.js";

const words = ["Store", "Id", "Region", "Client", "State", "Why"];
const counts = ["Overdue", "At risk", "Open", "Exceptions"];

/** buildStoreTable writes stores as plain rows in the given order. Money of one currency is a number; of several, a text, because they are never added. */
export function buildStoreTable(stores: readonly StoreStanding[], names: Names): PanelTable {
  return {
    columns: [
      ...words.map((title) => ({ title })),
      ...counts.map((title) => ({ title, isNumber: true })),
      { title: "Money at risk", isNumber: true },
      { title: "Last event" },
    ],
    rows: stores.map((store) => [
      store.title,
      store.store,
      names.region(store.client, store.region),
      names.client(store.client),
      stateWords[wallStates[store.state]],
      store.reason,
      ...[store.overdue, store.atRisk, store.open, store.exceptionsOpen].map((value) => ({ value, unit: "" })),
      buildMoney(store),
      store.newestAt === null ? { value: null, reason: "never heard" } : { at: store.newestAt },
    ]),
  };
}

function buildMoney({ moneyAtRisk }: StoreStanding): TableCell {
  const [first, ...others] = moneyAtRisk;
  if (first === undefined) return "";
  if (others.length > 0) return moneyAtRisk.map(formatMoneyExact).join(" + ");
  return { value: first.amount, unit: first.currency, text: formatMoneyExact(first) };
}
