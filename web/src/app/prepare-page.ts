import type { QueryClient } from "@tanstack/react-query";
import type { StaticDataRouteOption } from "@tanstack/react-router";
import { dashboardQuery } from "../features/dashboard/dashboard-query.js";
import { feedsQuery } from "../features/feeds/feeds-query.js";
import { obligationsQuery } from "../features/needs/obligations-query.js";
import { storeWallQuery } from "../features/store-wall/store-wall-query.js";
import type { ScopeFilterInput } from "../graphql/operations.js";
import { registryQuery } from "../registry/registry-query.js";
import { buildScopeFilter } from "../scope/build-scope-filter.js";
import { readScope, type ScopeSearch } from "../scope/scope-search.js";

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** hasNeeds says that the page begins with what needs somebody, and shows the stores: neither depends on the range. */
    hasNeeds?: boolean;
  }
}

/** PreparedRoute is what of a route can be fetched before it is known who asks: its code, the dashboard it draws, and what stands first on it. */
export interface PreparedRoute {
  readonly options: { readonly component?: unknown; readonly staticData?: StaticDataRouteOption };
}

/**
 * preparePage sends for the code of the routes of a page, for the network, for the definition of a dashboard and for what stands first on it, while it
 * is still asked who is there; `search` says what the address narrows the page to. What fails is asked again by whoever needs it.
 */
export function preparePage(
  queryClient: QueryClient,
  routes: readonly (PreparedRoute | undefined)[],
  search: ScopeSearch,
): void {
  void queryClient.prefetchQuery(registryQuery);
  for (const route of routes) {
    void preload(route?.options.component)?.catch(() => undefined);
    const id = route?.options.staticData?.dashboard;
    // A "$" stands for a name that the address gives.
    if (id !== undefined && !id.startsWith("$")) void queryClient.prefetchQuery(dashboardQuery(id));
    // Measured with 300 stores: asked together with all the figures of the page, the list at its top came last of eleven answers.
    if (route?.options.staticData?.hasNeeds === true) prefetchNeeds(queryClient, buildScopeFilter(readScope(search)));
  }
}

function prefetchNeeds(queryClient: QueryClient, filter: ScopeFilterInput): void {
  void queryClient.prefetchQuery(obligationsQuery(filter));
  void queryClient.prefetchQuery(feedsQuery(filter));
  void queryClient.prefetchQuery(storeWallQuery(filter));
}

function preload(component: unknown): Promise<unknown> | undefined {
  if (typeof component !== "function" || !("preload" in component)) return undefined;
  return typeof component.preload === "function" ? Promise.resolve(component.preload()) : undefined;
}
