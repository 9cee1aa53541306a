import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { meQuery } from "../session/me-query.js";
import { NotFoundPage } from "./pages/not-found-page.js";
import { FaultPage } from "./pages/fault-page.js";
import { ShellSkeleton } from "./shell/shell-skeleton.js";
import { parseSearch, pickSearch, stringifySearch } from "./search-text.js";

interface RouterContext {
  readonly queryClient: QueryClient;
}

/** keptNames go with a person from page to page. */
const keptNames = ["client", "region", "store", "channel", "partner", "range", "from", "to", "tz", "wall"] as const;
/** pageNames say how the page is shown and end with it: the panel that fills the screen, panels shown as tables, the number explained. */
const pageNames = ["panel", "table", "why"] as const;

const rootRoute = createRootRouteWithContext<RouterContext>()({
  notFoundComponent: NotFoundPage,
  errorComponent: FaultPage,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["next"]),
  component: lazyRouteComponent(() => import("./pages/sign-in-page.js"), "SignInPage"),
});

const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "shell",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, [...keptNames, ...pageNames]),
  search: { middlewares: [retainSearchParams([...keptNames])] },
  pendingComponent: ShellSkeleton,
  pendingMs: 0,
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me === null) throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { next: location.href } });
  },
  component: lazyRouteComponent(() => import("./shell/shell.js"), "Shell"),
});

const liveRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["workflow", "chart"]),
  component: lazyRouteComponent(() => import("./pages/live-page.js"), "LivePage"),
});

const storesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/stores",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["find", "state"]),
  component: lazyRouteComponent(() => import("./pages/stores-page.js"), "StoresPage"),
});

const storeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/stores/$client/$store",
  component: lazyRouteComponent(() => import("./pages/store-page.js"), "StorePage"),
});

const runsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/runs",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["find", "state", "order", "workflow", "change"]),
  component: lazyRouteComponent(() => import("./pages/runs-page.js"), "RunsPage"),
});

const runRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/runs/$client/$workflow/$run",
  component: lazyRouteComponent(() => import("./pages/run-page.js"), "RunPage"),
});

const catalogueRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/catalogue",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["find"]),
  component: lazyRouteComponent(() => import("./pages/catalogue-page.js"), "CataloguePage"),
});

const metricRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/catalogue/$id",
  component: lazyRouteComponent(() => import("./pages/metric-page.js"), "MetricPage"),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([liveRoute, storesRoute, storeRoute, runsRoute, runRoute, catalogueRoute, metricRoute]),
]);

/** buildRouter makes the routes of the application; everything a person chose is in the address. */
export function buildRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: "intent",
    scrollRestoration: true,
    parseSearch,
    stringifySearch,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof buildRouter>;
  }
}
