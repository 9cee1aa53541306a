import type { QueryClient } from "@tanstack/react-query";
import { createRoute, createRouter, lazyRouteComponent, type StaticDataRouteOption } from "@tanstack/react-router";
import { dashboardQuery } from "../features/dashboard/dashboard-query.js";
import type { PreparedRoute } from "./prepare-page.js";
import { alertRoutes } from "./routes/alert-routes.js";
import { rootRoute, shellRoute, type RouterContext } from "./routes/shell-route.js";
import { parseSearch, pickSearch, stringifySearch } from "./search-text.js";

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["next"]),
  component: lazyRouteComponent(() => import("./pages/sign-in-page.js"), "SignInPage"),
});

/** A page that is a dashboard: drawn by its definition, about what its path names. */
const drawn = {
  component: lazyRouteComponent(() => import("./pages/named-dashboard-page.js"), "NamedDashboardPage"),
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["workflow", "chart", "find", "state"]),
  // The definition is asked for while the code of the page is still on its way.
  loader: ({
    context,
    route,
  }: {
    context: RouterContext;
    route: { options: { staticData?: StaticDataRouteOption } };
  }) => {
    const id = route.options.staticData?.dashboard;
    if (id !== undefined) void context.queryClient.prefetchQuery(dashboardQuery(id));
  },
};

const liveRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/",
  staticData: { dashboard: "live", hasNeeds: true },
  ...drawn,
});

const executiveRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/executive",
  staticData: { dashboard: "executive" },
  ...drawn,
});

const portfolioRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/portfolio",
  staticData: { dashboard: "portfolio" },
  ...drawn,
});

const clientRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/clients/$client",
  staticData: { dashboard: "client" },
  ...drawn,
});

const storesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/stores",
  staticData: { dashboard: "stores" },
  ...drawn,
});

const storeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/stores/$client/$store",
  staticData: { dashboard: "store" },
  ...drawn,
});

const channelsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/channels",
  staticData: { dashboard: "channels" },
  ...drawn,
});

const channelRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/channels/$client/$channel",
  staticData: { dashboard: "channel" },
  ...drawn,
});

const partnersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/partners",
  staticData: { dashboard: "partners" },
  ...drawn,
});

const partnerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/partners/$client/$partner",
  staticData: { dashboard: "partner" },
  ...drawn,
});

const dashboardsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/dashboards",
  component: lazyRouteComponent(() => import("./pages/dashboards-page.js"), "DashboardsPage"),
});

const dashboardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/dashboards/$id",
  staticData: { dashboard: "$id" },
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["workflow", "chart", "find", "state"]),
  component: lazyRouteComponent(() => import("./pages/own-dashboard-page.js"), "OwnDashboardPage"),
});

const editDashboardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/dashboards/$id/edit",
  staticData: { dashboard: "$id" },
  component: lazyRouteComponent(() => import("./pages/edit-dashboard-page.js"), "EditDashboardPage"),
});

const runsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/runs",
  validateSearch: (raw: Record<string, unknown>) =>
    pickSearch(raw, [
      ...["find", "state", "order", "workflow", "change", "outcome", "error", "took", "version"],
      "path",
    ] as const),
  component: lazyRouteComponent(() => import("./pages/runs-page.js"), "RunsPage"),
});

const runRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/runs/$client/$workflow/$run",
  component: lazyRouteComponent(() => import("./pages/run-page.js"), "RunPage"),
});

const processesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/processes",
  component: lazyRouteComponent(() => import("./pages/processes-page.js"), "ProcessesPage"),
});

const processRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/processes/$workflow",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["merged", "paths", "variant"]),
  component: lazyRouteComponent(() => import("./pages/process-page.js"), "ProcessPage"),
});

const exceptionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/exceptions",
  validateSearch: (raw: Record<string, unknown>) =>
    pickSearch(raw, ["find", "state", "class", "workflow", "order", "open"]),
  component: lazyRouteComponent(() => import("./pages/exceptions-page.js"), "ExceptionsPage"),
});

const dataHealthRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/data-health",
  validateSearch: (raw: Record<string, unknown>) => pickSearch(raw, ["feed", "find", "source", "by", "reason", "of"]),
  component: lazyRouteComponent(() => import("./pages/data-health-page.js"), "DataHealthPage"),
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

const brandingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/settings/branding",
  component: lazyRouteComponent(() => import("./pages/branding-page.js"), "BrandingPage"),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([
    liveRoute,
    executiveRoute,
    portfolioRoute,
    clientRoute,
    storesRoute,
    storeRoute,
    channelsRoute,
    channelRoute,
    partnersRoute,
    partnerRoute,
    dashboardsRoute,
    dashboardRoute,
    editDashboardRoute,
    runsRoute,
    runRoute,
    processesRoute,
    processRoute,
    exceptionsRoute,
    dataHealthRoute,
    catalogueRoute,
    metricRoute,
    ...[promotionsRoute, promotionRoute, reportsRoute, brandingRoute],
    ...alertRoutes,
  ]),
]);

/** buildRouter makes the routes of the application; everything a person chose is in the address. */
export function buildRouter(queryClient: QueryClient) {
  const routes = new Map<string, PreparedRoute>();
  const router = createRouter({
    routeTree,
    context: { queryClient, findRoute: (id: string) => routes.get(id) },
    defaultPreload: "intent",
    scrollRestoration: true,
    parseSearch,
    stringifySearch,
  });
  for (const [id, route] of Object.entries<PreparedRoute>(router.routesById)) routes.set(id, route);
  return router;
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof buildRouter>;
  }
}
