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

const keptNames = ["client", "region", "store", "channel", "partner", "range", "from", "to", "wall"] as const;

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
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, keptNames),
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
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["workflow", "chart", "as"]),
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

const promotionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/promotions",
  component: lazyRouteComponent(() => import("./pages/promotions-page.js"), "PromotionsPage"),
});

const promotionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/promotions/$client/$change",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["find", "only"]),
  component: lazyRouteComponent(() => import("./pages/promotion-page.js"), "PromotionPage"),
});

const reportsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/reports",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["open", "ask"]),
  component: lazyRouteComponent(() => import("./pages/reports-page.js"), "ReportsPage"),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([
    ...[liveRoute, storesRoute, storeRoute, runsRoute, runRoute],
    ...[promotionsRoute, promotionRoute, reportsRoute],
  ]),
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
