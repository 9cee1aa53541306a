import type { Scope } from "../scope/scope.js";
import { matchesClientLimit, matchesLimit } from "./matches-limit.js";
import type { RegistryStore } from "./tenant-registry.js";

/** isStoreVisible tells whether a scope may see a store; its region is the registry's, never an event's own words. */
export function isStoreVisible(store: Pick<RegistryStore, "client" | "id" | "region">, scope: Scope): boolean {
  return (
    matchesLimit(scope.clients, store.client) &&
    matchesClientLimit(scope.stores, store.client, store.id) &&
    matchesClientLimit(scope.regions, store.client, store.region)
  );
}
