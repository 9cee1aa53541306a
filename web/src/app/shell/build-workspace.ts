import { buildNames } from "../../registry/build-names.js";
import { chooseTimeZone } from "../../registry/choose-time-zone.js";
import { readTimeZone } from "../../registry/read-time-zone.js";
import type { Registry } from "../../registry/registry-query.js";
import { buildScopeFilter } from "../../scope/build-scope-filter.js";
import { readScope, type ScopeSearch } from "../../scope/scope-search.js";
import type { Me } from "../../session/me-query.js";
import type { Workspace } from "../../workspace/workspace-context.js";

interface WorkspaceParts {
  readonly me: Me;
  readonly registry: Registry;
  readonly search: ScopeSearch & { readonly tz?: string | undefined };
  readonly pageClient: string | undefined;
}

/** buildWorkspace joins person, registry and address into what every page needs to know, but for the range, which the page decides; `pageClient` is the client of a page about one store or run. */
export function buildWorkspace({ me, registry, search, pageClient }: WorkspaceParts): Omit<Workspace, "range"> {
  const scope = readScope(search);
  const clients = pageClient === undefined ? scope.clients : [pageClient];
  return {
    me,
    registry,
    names: buildNames(registry),
    scope,
    filter: buildScopeFilter(scope),
    timeZone: readTimeZone(search.tz) ?? chooseTimeZone(registry, clients, me.tenant.timeZone),
    hasManyClients: clients.length === 0 ? registry.clients.length > 1 : clients.length > 1,
  };
}
