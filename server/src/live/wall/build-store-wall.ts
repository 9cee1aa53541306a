import type { OpenExceptions } from "../../exceptions/exception-view.js";
import type { FeedView } from "../../feeds/feed-view.js";
import type { RegistryStore } from "../../registry/tenant-registry.js";
import { decideWallState } from "./decide-wall-state.js";
import type { Amount } from "../obligations/join-obligations.js";
import type { StoreWork } from "../open-work.js";
import { sumMoney } from "../sum-money.js";
import type { WallState } from "./wall-state.js";

/** StoreTile is one store of the wall. */
export interface StoreTile {
  readonly client: string;
  readonly store: string;
  readonly title: string;
  readonly region: string;
  readonly state: WallState;
  readonly overdue: number;
  readonly atRisk: number;
  readonly open: number;
  readonly exceptionsOpen: number;
  readonly moneyAtRisk: Amount[];
  readonly newestAt: Date | null;
  readonly reason: string;
}

/** WallFacts is what the wall is built from; `isTouchedOnly` leaves out stores of which nothing is in scope. */
export interface WallFacts {
  readonly stores: readonly RegistryStore[];
  readonly work: readonly StoreWork[];
  readonly exceptions: readonly OpenExceptions[];
  readonly feeds: readonly FeedView[];
  readonly isTouchedOnly: boolean;
}

/** buildStoreWall makes one tile a store, in the order of the registry. */
export function buildStoreWall(facts: WallFacts): StoreTile[] {
  const work = groupByStore(facts.work);
  const exceptions = groupByStore(facts.exceptions);
  const feeds = groupByStore(facts.feeds.filter((feed) => feed.store !== null));
  return facts.stores.flatMap((store) => {
    const key = renderStoreKey(store.client, store.id);
    const known = { work: work.get(key) ?? [], exceptions: exceptions.get(key) ?? [], feeds: feeds.get(key) ?? [] };
    const isTouched = known.work.length + known.exceptions.length + known.feeds.length > 0;
    return isTouched || !facts.isTouchedOnly ? [buildTile(store, known)] : [];
  });
}

function buildTile(
  store: RegistryStore,
  known: { work: readonly StoreWork[]; exceptions: readonly OpenExceptions[]; feeds: readonly FeedView[] },
): StoreTile {
  const { work, exceptions, feeds } = known;
  const add = (pick: (row: StoreWork) => number) => work.reduce((sum, row) => sum + pick(row), 0);
  const overdue = add((row) => row.overdue);
  const atRisk = add((row) => row.atRisk);
  const exceptionsOpen = exceptions.reduce((sum, row) => sum + row.open, 0);
  const heardMs = feeds.flatMap((feed) => (feed.newestAt === null ? [] : [feed.newestAt.getTime()]));
  return {
    ...{ client: store.client, store: store.id, title: store.title, region: store.region },
    ...decideWallState({ feeds, overdue, atRisk, exceptionsOpen }),
    ...{ overdue, atRisk, open: add((row) => row.open), exceptionsOpen },
    moneyAtRisk: sumMoney([...work, ...exceptions]),
    newestAt: heardMs.length === 0 ? null : new Date(Math.max(...heardMs)),
  };
}

function groupByStore<Row extends { readonly client: string; readonly store: string | null }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = renderStoreKey(row.client, row.store ?? "");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function renderStoreKey(client: string, store: string): string {
  return `${client}\0${store}`;
}
