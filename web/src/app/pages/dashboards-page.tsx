import type { ReactNode } from "react";
import { DashboardList } from "../../features/dashboard/editor/dashboard-list.js";
import { PageTitle } from "../../ui/page-title.js";

/** DashboardsPage lists the dashboards there are: open, copy, edit, export. */
export function DashboardsPage(): ReactNode {
  return (
    <>
      <PageTitle title="Dashboards" note="the product's own, and what people made of them" />
      <DashboardList />
    </>
  );
}
