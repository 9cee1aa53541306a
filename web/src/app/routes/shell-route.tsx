import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { meQuery } from "../../session/me-query.js";
import { keptNames } from "../kept-names.js";
import { FaultPage } from "../pages/fault-page.js";
import { NotFoundPage } from "../pages/not-found-page.js";
import { preparePage, type PreparedRoute } from "../prepare-page.js";
import { pickSearch } from "../search-text.js";
import { ShellSkeleton } from "../shell/shell-skeleton.js";

/** RouterContext is what routes load with. */
export interface RouterContext {
  readonly queryClient: QueryClient;
  readonly findRoute: (id: string) => PreparedRoute | undefined;
}

/** pageNames say how the page is shown and end with it: the panel that fills the screen, panels shown as tables, the number explained. */
const pageNames = ["panel", "table", "why"] as const;

/** rootRoute holds all routes. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  notFoundComponent: NotFoundPage,
  errorComponent: FaultPage,
});

/** shellRoute holds the pages of whoever is signed in. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "shell",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, [...keptNames, ...pageNames]),
  search: { middlewares: [retainSearchParams([...keptNames])] },
  pendingComponent: ShellSkeleton,
  pendingMs: 0,
  beforeLoad: async ({ context, location, matches, search }) => {
    const { queryClient, findRoute } = context;
    if (queryClient.getQueryData(meQuery.queryKey) === undefined)
      preparePage(
        queryClient,
        matches.map(({ routeId }) => findRoute(routeId)),
        search,
      );
    const me = await queryClient.ensureQueryData(meQuery);
    if (me === null) throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { next: location.href } });
  },
  component: lazyRouteComponent(() => import("../shell/shell.js"), "Shell"),
});
