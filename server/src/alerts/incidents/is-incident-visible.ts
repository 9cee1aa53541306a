import { matchesClientLimit } from "../../registry/matches-limit.js";
import type { TenantRegistry } from "../../registry/tenant-registry.js";
import type { Scope } from "../../scope/scope.js";

/** AlertPlace is where something happens; '' = everywhere. */
export interface AlertPlace {
  readonly client: string;
  readonly channel: string;
  readonly store: string;
  readonly partner: string;
}

/**
 * isIncidentVisible tells whether all of a place lies within a scope: the figure of a whole client says something of stores that its reader may
 * not see, so somebody limited to stores sees the incidents of those alone. `registry` is what the scope sees.
 */
export function isIncidentVisible(place: AlertPlace, scope: Scope, registry: TenantRegistry): boolean {
  const { client, store, channel, partner } = place;
  const isOf = (limit: readonly string[] | null, id: string) =>
    limit === null || (id !== "" && matchesClientLimit(limit, client, id));
  if (scope.clients !== null && !scope.clients.includes(client)) return false;
  const isLimitedToStores = scope.stores !== null || scope.regions !== null;
  if (isLimitedToStores && !registry.stores.some((each) => each.client === client && each.id === store)) return false;
  return isOf(scope.channels, channel) && isOf(scope.partners, partner);
}
