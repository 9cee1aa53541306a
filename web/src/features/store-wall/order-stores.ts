import { compareTitles } from "../../format/compare-titles.js";
import type { StoreStanding } from "./store-wall-query.js";
import { wallStateOrder, wallStates } from "./wall-state.js";

/** orderStores filters stores by state and words, worst first: by state, overdue runs, then name. */
export function orderStores(
  stores: readonly StoreStanding[],
  wanted: { state: string; find: string },
): readonly StoreStanding[] {
  const words = wanted.find.trim().toLowerCase();
  const badness = (store: StoreStanding): number => wallStateOrder.indexOf(wallStates[store.state]);
  return stores
    .filter((store) => wanted.state === "" || wallStates[store.state] === wanted.state)
    .filter((store) => `${store.title} ${store.store}`.toLowerCase().includes(words))
    .sort((a, b) => badness(a) - badness(b) || b.overdue - a.overdue || compareTitles(a.title, b.title));
}
