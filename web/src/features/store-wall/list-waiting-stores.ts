import type { ScopeFilterInput } from "../../graphql/operations.js";
import type { Registry } from "../../registry/registry-query.js";
import type { StoreStanding } from "./store-wall-query.js";

/** listWaitingStores lists the stores of a scope from the registry, before it is known how they stand. */
export function listWaitingStores(registry: Registry, filter: ScopeFilterInput): readonly StoreStanding[] {
  const fits = (ids: readonly string[] | null | undefined, id: string): boolean =>
    !ids || ids.length === 0 || ids.includes(id);
  return registry.stores
    .filter(
      (store) =>
        fits(filter.clients, store.client) && fits(filter.regions, store.region) && fits(filter.stores, store.id),
    )
    .map((store) => ({ client: store.client, store: store.id, title: store.title, region: store.region, ...unknown }));
}

const unknown = {
  state: "OK",
  overdue: 0,
  atRisk: 0,
  open: 0,
  exceptionsOpen: 0,
  moneyAtRisk: [],
  newestAt: null,
  reason: "loading",
} satisfies Partial<StoreStanding>;
