import type { QueryClient } from "@tanstack/react-query";
import type { StaticDataRouteOption } from "@tanstack/react-router";
import { dashboardQuery } from "../features/dashboard/dashboard-query.js";
import { registryQuery } from "../registry/registry-query.js";

/** PreparedRoute is what of a route can be fetched before it is known who asks: its code, and the dashboard it draws. */
export interface PreparedRoute {
  readonly options: { readonly component?: unknown; readonly staticData?: StaticDataRouteOption };
}

/**
 * preparePage sends for the code of the routes of a page, for the network and for the definition of a dashboard, while it is still asked who is
 * there. What fails is asked again by whoever needs it.
 */
export function preparePage(queryClient: QueryClient, routes: readonly (PreparedRoute | undefined)[]): void {
  void queryClient.prefetchQuery(registryQuery);
  for (const route of routes) {
    void preload(route?.options.component)?.catch(() => undefined);
    const id = route?.options.staticData?.dashboard;
    // A "$" stands for a name that the address gives.
    if (id !== undefined && !id.startsWith("$")) void queryClient.prefetchQuery(dashboardQuery(id));
  }
}

function preload(component: unknown): Promise<unknown> | undefined {
  if (typeof component !== "function" || !("preload" in component)) return undefined;
  return typeof component.preload === "function" ? Promise.resolve(component.preload()) : undefined;
}
