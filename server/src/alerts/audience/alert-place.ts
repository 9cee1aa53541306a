import type { ScopeLimits } from "../../scope/scope.js";
import { matchesClientLimit, matchesLimit } from "../../registry/matches-limit.js";

/** AlertPlace is where an incident is; '' = the dimension does not apply. */
export interface AlertPlace {
  readonly client: string;
  readonly channel: string;
  readonly store: string;
  readonly partner: string;
}

/** RegionOf returns the region of a store by the registry; '' = it has none. */
export type RegionOf = (client: string, store: string) => string;

/** coversPlace tells whether whoever has these limits may know of what happens at a place. What is wider than a limit is not covered: a client's alert tells of all of its stores. */
export function coversPlace(limits: ScopeLimits, place: AlertPlace, regionOf: RegionOf): boolean {
  const { client, channel, store, partner } = place;
  const isWithin = (limit: readonly string[] | null, id: string) =>
    limit === null || (id !== "" && matchesClientLimit(limit, client, id));
  return (
    matchesLimit(limits.clients, client) &&
    isWithin(limits.regions, store === "" ? "" : regionOf(client, store)) &&
    isWithin(limits.stores, store) &&
    isWithin(limits.channels, channel) &&
    isWithin(limits.partners, partner)
  );
}
