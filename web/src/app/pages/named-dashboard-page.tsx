import { useMatches, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { DashboardPage } from "./dashboard/dashboard-page.js";

/** NamedDashboardPage draws the dashboard that its route names, about the client, store, channel or partner of its path. */
export function NamedDashboardPage(): ReactNode {
  const id = useMatches({ select: (matches) => matches.at(-1)?.staticData.dashboard });
  const { client, store, channel, partner } = useParams({ strict: false });
  return id === undefined ? null : (
    <DashboardPage id={id} client={client} store={store} channel={channel} partner={partner} />
  );
}
