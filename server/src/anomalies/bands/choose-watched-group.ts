import type { TenantRegistry } from "../../registry/tenant-registry.js";
import type { ReachFilter } from "../../scope/reach.js";
import type { ScopeLimits } from "../../scope/scope.js";
import { buildSeriesKey, type SeriesKey } from "../scoring/series-key.js";
import { WATCHED_GROUPINGS, type WatchedGrouping } from "../scoring/watched-series.js";

/** AnsweredKey is the key of a group of an answer; null = rows without that dimension. */
export type AnsweredKey = readonly { readonly dimension: string; readonly id: string | null }[];

/** WatchedGroup is the series that a group of an answer is. */
export interface WatchedGroup {
  readonly grouping: WatchedGrouping;
  readonly key: SeriesKey;
}

const LISTS: Readonly<Record<string, string>> = {
  ...{ clients: "CLIENT", stores: "STORE", channels: "CHANNEL", partners: "PARTNER" },
  ...{ workflows: "WORKFLOW", sources: "SOURCE", measures: "MEASURE" },
};

/**
 * chooseWatchedGroup returns the series whose figures the group of an answer has: its dimensions, and those a filter or the network pins to one id,
 * are those of a grouping in which the metric is watched. undefined where the figures are of more or of less than one series: a range that was
 * learned from other figures would be wrong there.
 */
export function chooseWatchedGroup(
  key: AnsweredKey,
  given: {
    metric: string;
    filter: ReachFilter;
    scope: ScopeLimits;
    registry: Pick<TenantRegistry, "clients" | "stores">;
  },
): WatchedGroup | undefined {
  const ids = new Map(
    key.filter((part) => part.dimension !== "CURRENCY").map((part) => [part.dimension, part.id ?? ""]),
  );
  for (const [name, list] of Object.entries(given.filter)) {
    if (list == null) continue;
    const dimension = LISTS[name];
    if (dimension === undefined) return undefined;
    const [only] = list;
    if (!ids.has(dimension) && list.length === 1 && typeof only === "string") pin(ids, dimension, only);
    if (!ids.has(dimension)) return undefined;
  }
  pinClient(ids, given.registry);
  const grouping = WATCHED_GROUPINGS.find(
    ({ dimensions, metrics }) =>
      metrics.some((watched) => watched.metric === given.metric) &&
      dimensions.length === ids.size &&
      dimensions.every((dimension) => (ids.get(dimension) ?? "") !== ""),
  );
  if (grouping === undefined || !isWhole(grouping, given.scope)) return undefined;
  const currency = key.filter((part) => part.dimension === "CURRENCY");
  return { grouping, key: buildSeriesKey([...[...ids].map(([dimension, id]) => ({ dimension, id })), ...currency]) };
}

/** A store may be named with its client. */
function pin(ids: Map<string, string>, dimension: string, id: string): void {
  const slash = id.indexOf("/");
  if (slash === -1 || dimension === "CLIENT" || dimension === "WORKFLOW" || dimension === "MEASURE") {
    ids.set(dimension, id);
    return;
  }
  ids.set(dimension, id.slice(slash + 1));
  if (!ids.has("CLIENT")) ids.set("CLIENT", id.slice(0, slash));
}

/** Where there is one client, or one client with such a store, it need not be said. */
function pinClient(ids: Map<string, string>, { clients, stores }: Pick<TenantRegistry, "clients" | "stores">): void {
  if (ids.has("CLIENT")) return;
  const store = ids.get("STORE");
  const owners =
    store === undefined
      ? clients.map(({ id }) => id)
      : stores.filter(({ id }) => id === store).map(({ client }) => client);
  const [owner] = owners;
  if (owners.length === 1 && owner !== undefined) ids.set("CLIENT", owner);
}

/** Of a series that is not of a store, who is limited to stores sees a part: what is expected of the whole says nothing of it. */
function isWhole({ dimensions }: WatchedGrouping, scope: ScopeLimits): boolean {
  if ((scope.stores !== null || scope.regions !== null) && !dimensions.includes("STORE")) return false;
  if (scope.channels !== null && !dimensions.includes("CHANNEL")) return false;
  return scope.partners === null || dimensions.includes("PARTNER");
}
