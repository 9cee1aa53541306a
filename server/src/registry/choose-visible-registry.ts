import type { Scope } from "../scope/scope.js";
import { isStoreVisible } from "./is-store-visible.js";
import { matchesClientLimit, matchesLimit } from "./matches-limit.js";
import type { TenantRegistry } from "./tenant-registry.js";

/**
 * chooseVisibleRegistry keeps what a scope may see of its tenant's registry. A client is seen when something in each limited
 * dimension belongs to it; what belongs to a client nobody else may see goes with it. The registry must be the scope's tenant's.
 */
export function chooseVisibleRegistry(registry: TenantRegistry, scope: Scope): TenantRegistry {
  const stores = registry.stores.filter((store) => isStoreVisible(store, scope));
  const channels = registry.channels.filter(({ client, id }) => matchesClientLimit(scope.channels, client, id));
  const partners = registry.partners.filter(({ client, id }) => matchesClientLimit(scope.partners, client, id));
  const isLimitedToStores = scope.stores !== null || scope.regions !== null;

  const mayHold = (isLimited: boolean, rows: readonly { client: string }[]) => {
    const holders = new Set(rows.map((row) => row.client));
    return (client: string) => !isLimited || holders.has(client);
  };
  const conditions = [
    (client: string) => matchesLimit(scope.clients, client),
    mayHold(isLimitedToStores, stores),
    mayHold(scope.channels !== null, channels),
    mayHold(scope.partners !== null, partners),
  ];
  const isClientVisible = (client: string) => conditions.every((holds) => holds(client));
  const ofVisibleClient = ({ client }: { client: string }) => isClientVisible(client);
  const seenRegions = new Set(stores.map((store) => `${store.client}/${store.region}`));

  return {
    clients: registry.clients.filter((client) => isClientVisible(client.id)),
    regions: registry.regions.filter(
      (region) => ofVisibleClient(region) && (!isLimitedToStores || seenRegions.has(`${region.client}/${region.id}`)),
    ),
    stores: stores.filter(ofVisibleClient),
    channels: channels.filter(ofVisibleClient),
    partners: partners.filter(ofVisibleClient),
    workflows: registry.workflows.filter(ofVisibleClient),
  };
}
