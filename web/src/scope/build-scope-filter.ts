import type { ScopeFilterInput } from "../graphql/operations.js";
import type { Scope } from "./scope.js";

/** buildScopeFilter writes a scope as the server's filter; parts that are not narrowed are left out. */
export function buildScopeFilter(scope: Scope, more: ScopeFilterInput = {}): ScopeFilterInput {
  const filter: ScopeFilterInput = { ...more };
  if (scope.clients.length > 0) filter.clients = [...scope.clients];
  if (scope.regions.length > 0) filter.regions = [...scope.regions];
  if (scope.stores.length > 0) filter.stores = [...scope.stores];
  if (scope.channels.length > 0) filter.channels = [...scope.channels];
  if (scope.partners.length > 0) filter.partners = [...scope.partners];
  return filter;
}
