import { compareTitles } from "../../format/compare-titles.js";
import { formatMoneyList } from "../../format/format-money.js";
import type { Names } from "../../registry/build-names.js";
import { stateWords, type State } from "../../ui/state-shape.js";
import type { StoreStanding } from "./store-wall-query.js";
import { wallStateOrder, wallStates } from "./wall-state.js";

/** WallStore is one cell of the wall. */
export interface WallStore {
  readonly key: string;
  readonly client: string;
  readonly store: string;
  readonly state: State;
  readonly label: string;
}

/** WallRegion is one block of the wall with its heading. */
export interface WallRegion {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly stores: readonly WallStore[];
}

/** Wall is all regions with the counts of the legend. */
export interface Wall {
  readonly regions: readonly WallRegion[];
  readonly counts: Readonly<Record<State, number>>;
}

/** shapeWall puts stores into their regions. Places never change with the state, so that the eye learns where a store is. */
export function shapeWall(standings: readonly StoreStanding[], names: Names, hasManyClients: boolean): Wall {
  const counts: Record<State, number> = { ok: 0, risk: 0, late: 0, none: 0 };
  const blocks = new Map<string, { title: string; stores: (WallStore & { title: string })[] }>();
  for (const standing of standings) {
    const key = `${standing.client}\n${standing.region}`;
    const region = names.region(standing.client, standing.region);
    const title = hasManyClients ? `${names.client(standing.client)}, ${region}` : region;
    const block = blocks.get(key) ?? { title, stores: [] };
    const state = wallStates[standing.state];
    counts[state] += 1;
    block.stores.push({ ...buildCell(standing, state), title: standing.title });
    blocks.set(key, block);
  }
  const regions = [...blocks].map(([key, block]) => ({
    key,
    title: block.title,
    note: renderRegionNote(block.stores),
    stores: block.stores.sort((a, b) => compareTitles(a.store, b.store)),
  }));
  return { regions: regions.sort((a, b) => a.title.localeCompare(b.title)), counts };
}

function buildCell(standing: StoreStanding, state: State): WallStore {
  const money = formatMoneyList(standing.moneyAtRisk);
  const facts = [`${standing.title}: ${stateWords[state]}`, standing.reason, money === "" ? "" : `${money} at risk`];
  const label = facts.filter((fact) => fact !== "").join("\n");
  return { key: `${standing.client}\n${standing.store}`, client: standing.client, store: standing.store, state, label };
}

function renderRegionNote(stores: readonly WallStore[]): string {
  const parts = wallStateOrder.flatMap((state) => {
    const count = stores.filter((store) => store.state === state).length;
    return state === "ok" || count === 0 ? [] : [`${count} ${stateWords[state]}`];
  });
  return parts.length === 0 ? "ok" : parts.join(", ");
}
