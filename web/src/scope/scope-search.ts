import type { Scope, ScopeKey } from "./scope.js";

/** ScopeSearch is how a scope stands in the URL: ids separated by commas (`client=northmart&region=nw,ne`). */
export interface ScopeSearch {
  readonly client?: string | undefined;
  readonly region?: string | undefined;
  readonly store?: string | undefined;
  readonly channel?: string | undefined;
  readonly partner?: string | undefined;
}

/** scopeParameters says which URL parameter carries which part of the scope, in the order of the pickers. */
export const scopeParameters: Readonly<Record<ScopeKey, keyof ScopeSearch>> = {
  clients: "client",
  regions: "region",
  stores: "store",
  channels: "channel",
  partners: "partner",
};

/** readScope reads a scope from the URL. */
export function readScope(search: ScopeSearch): Scope {
  return {
    clients: readIds(search.client),
    regions: readIds(search.region),
    stores: readIds(search.store),
    channels: readIds(search.channel),
    partners: readIds(search.partner),
  };
}

/** writeIds writes ids for one URL parameter; none gives undefined, which removes it. */
export function writeIds(ids: readonly string[]): string | undefined {
  return ids.length === 0 ? undefined : ids.map((id) => id.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",");
}

function readIds(text: string | undefined): readonly string[] {
  if (text === undefined || text === "") return [];
  return text.split(",").map((id) => id.replaceAll("%2C", ",").replaceAll("%25", "%"));
}
