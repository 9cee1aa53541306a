import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { DashboardPage } from "./dashboard/dashboard-page.js";

/** OwnDashboardPage draws the dashboard that the address names. */
export function OwnDashboardPage(): ReactNode {
  const { id } = useParams({ from: "/shell/dashboards/$id" });
  return <DashboardPage id={id} />;
}
