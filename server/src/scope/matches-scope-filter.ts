import { matchesClientLimit, matchesLimit } from "../registry/matches-limit.js";
import type { ReachFilter } from "./reach.js";

/** FilteredPlace is where something belongs; '' where a dimension does not apply. `region` is the registry's. */
export interface FilteredPlace {
  readonly client: string;
  readonly store: string;
  readonly region: string;
  readonly channel?: string;
  readonly partner?: string;
}

/** matchesScopeFilter tells whether a filter keeps a place, by the same rules as the conditions of a statement. */
export function matchesScopeFilter(place: FilteredPlace, filter: ReachFilter | null | undefined): boolean {
  if (filter == null) return true;
  const { client, store, region, channel, partner } = place;
  return (
    matchesLimit(filter.clients ?? null, client) &&
    matchesClientLimit(filter.stores ?? null, client, store) &&
    matchesClientLimit(filter.regions ?? null, client, region) &&
    (channel === undefined || matchesClientLimit(filter.channels ?? null, client, channel)) &&
    (partner === undefined || matchesClientLimit(filter.partners ?? null, client, partner))
  );
}
