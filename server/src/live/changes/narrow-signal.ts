import type { ChangeSignal } from "@watchfloor/sql";
import { matchesLimit } from "../../registry/matches-limit.js";
import type { TenantRegistry } from "../../registry/tenant-registry.js";
import { matchesScopeFilter } from "../../scope/matches-scope-filter.js";
import type { ReachFilter } from "../../scope/reach.js";
import type { Scope } from "../../scope/scope.js";

/** Notice says what was touched; stores null means many. It names nothing outside the scope it was made for. */
export interface Notice {
  readonly at: Date;
  readonly clients: readonly string[];
  readonly workflows: readonly string[];
  readonly stores: readonly { readonly client: string; readonly store: string }[] | null;
}

/** Viewer is who is told: a scope, what of the registry it sees, and the filter of the page. */
export interface Viewer {
  readonly scope: Scope;
  readonly registry: TenantRegistry;
  readonly filter: ReachFilter | null | undefined;
}

/**
 * narrowSignal keeps of a signal what lies within a viewer's scope and filter; undefined when nothing of it does. The registry
 * decides what is visible, so an id that nobody registered yet is first told once it is.
 */
export function narrowSignal(signal: ChangeSignal, { scope, registry, filter }: Viewer): Notice | undefined {
  if (signal.tenant !== scope.tenant) return undefined;
  const isCut = signal.clients.length === 0;
  const touched = registry.clients
    .filter(({ id }) => (isCut || signal.clients.includes(id)) && matchesLimit(filter?.clients ?? null, id))
    .map(({ id }) => id);
  if (touched.length === 0) return undefined;
  const stores = chooseStores(signal, { registry, filter, clients: touched });
  const isLimitedToStores = [scope.stores, scope.regions, filter?.stores, filter?.regions].some(
    (limit) => limit != null,
  );
  if (isLimitedToStores && stores?.length === 0) return undefined;
  return {
    at: new Date(signal.storedAt),
    clients: touched,
    workflows: chooseWorkflows(signal, { registry, filter, clients: touched }),
    stores,
  };
}

interface Choice {
  readonly registry: TenantRegistry;
  readonly filter: ReachFilter | null | undefined;
  readonly clients: readonly string[];
}

function chooseStores(signal: ChangeSignal, { registry, filter, clients }: Choice): Notice["stores"] {
  if (signal.stores === null) return null;
  const touched = new Set(signal.stores);
  return registry.stores
    .filter((store) => touched.has(`${store.client}/${store.id}`) && clients.includes(store.client))
    .filter((store) => matchesScopeFilter({ client: store.client, store: store.id, region: store.region }, filter))
    .map(({ client, id }) => ({ client, store: id }));
}

function chooseWorkflows(signal: ChangeSignal, { registry, filter, clients }: Choice): string[] {
  const visible = new Set(
    registry.workflows.filter((workflow) => clients.includes(workflow.client)).map(({ id }) => id),
  );
  return signal.workflows.filter((id) => visible.has(id) && matchesLimit(filter?.workflows ?? null, id));
}
