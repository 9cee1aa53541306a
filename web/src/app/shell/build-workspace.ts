import { buildNames } from "../../registry/build-names.js";
import { chooseTimeZone } from "../../registry/choose-time-zone.js";
import type { Registry } from "../../registry/registry-query.js";
import { buildScopeFilter } from "../../scope/build-scope-filter.js";
import { readScope, type ScopeSearch } from "../../scope/scope-search.js";
import type { Me } from "../../session/me-query.js";
import { readRange, type RangeSearch } from "../../time-range/range-search.js";
import type { Workspace } from "../../workspace/workspace-context.js";

/** buildWorkspace joins person, registry and address into what every page needs to know. */
export function buildWorkspace(me: Me, registry: Registry, search: ScopeSearch & RangeSearch): Workspace {
  const scope = readScope(search);
  return {
    me,
    registry,
    names: buildNames(registry),
    scope,
    filter: buildScopeFilter(scope),
    range: readRange(search),
    timeZone: chooseTimeZone(registry, scope.clients, me.tenant.timeZone),
    hasManyClients: scope.clients.length === 0 ? registry.clients.length > 1 : scope.clients.length > 1,
  };
}
