import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Outlet, useParams } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { FirstSteps } from "../../features/first-steps/first-steps.js";
import { LiveChangesProvider } from "../../live-changes/live-changes-context.js";
import { useShownDensity } from "../../preferences/density.js";
import { registryQuery } from "../../registry/registry-query.js";
import { meQuery, type Me } from "../../session/me-query.js";
import { ErrorNote } from "../../ui/error-note.js";
import { WorkspaceContext } from "../../workspace/workspace-context.js";
import { ConnectionBanner } from "./connection-banner.js";
import { Header } from "./header.js";
import { Navigation } from "./navigation.js";
import classes from "./shell.module.css";
import { ShellSkeleton } from "./shell-skeleton.js";
import { WallBar } from "./wall-bar.js";
import { WhyHost } from "./why-host.js";
import { PrintLine } from "./print-line.js";
import { useDashboardId } from "./use-dashboard-id.js";
import { usePageRange } from "./use-page-range.js";
import { useShellSearch } from "./use-shell-search.js";
import { buildWorkspace } from "./build-workspace.js";

/** Shell is what surrounds every page: navigation, header with scope and time, and the live connection. */
export function Shell(): ReactNode {
  useShownDensity();
  const me = useSuspenseQuery(meQuery).data;
  return me === null ? <ShellSkeleton /> : <ShellOf me={me} />;
}

function ShellOf(props: { me: Me }): ReactNode {
  const { search } = useShellSearch();
  const isWall = search.wall === "1";
  const { client: pageClient } = useParams({ strict: false });
  const registry = useQuery(registryQuery);
  const place = useMemo(
    () =>
      registry.data === undefined
        ? null
        : buildWorkspace({ me: props.me, registry: registry.data, search, pageClient }),
    [props.me, registry.data, search, pageClient],
  );
  const [onlyClient, ...otherClients] = pageClient === undefined ? (place?.scope.clients ?? []) : [pageClient];
  const range = usePageRange({
    search,
    dashboardId: useDashboardId(),
    client: otherClients.length === 0 ? onlyClient : undefined,
    timeZone: place?.timeZone,
  });
  const workspace = useMemo(() => (place === null || range === null ? null : { ...place, range }), [place, range]);
  if (workspace === null) {
    if (registry.error === null) return <ShellSkeleton />;
    return (
      <ErrorNote what="the registry" error={registry.error} asOfMs={null} onRetry={() => void registry.refetch()} />
    );
  }
  return (
    <WorkspaceContext value={workspace}>
      <LiveChangesProvider filter={workspace.filter}>
        <a className={classes.skip} href="#page">
          Skip to the page
        </a>
        <div className={classes.app} data-wall={isWall ? "" : undefined} data-zone={workspace.timeZone}>
          {isWall ? null : <Navigation />}
          <div className={classes.body}>
            {isWall ? <WallBar /> : <Header />}
            <ConnectionBanner />
            <PrintLine />
            <main id="page" className={classes.page} tabIndex={-1}>
              <FirstSteps>
                <Outlet />
              </FirstSteps>
            </main>
          </div>
        </div>
        <WhyHost />
      </LiveChangesProvider>
    </WorkspaceContext>
  );
}
