import { queryOptions } from "@tanstack/react-query";
import { DashboardsDocument, type DashboardsQuery } from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";

/** DashboardRow is one dashboard in the list. */
export type DashboardRow = DashboardsQuery["dashboards"][number];

/** dashboardsQuery asks for the dashboards that the person may open, by title. */
export const dashboardsQuery = queryOptions({
  queryKey: ["dashboards"],
  queryFn: async ({ signal }): Promise<readonly DashboardRow[]> =>
    (await request(DashboardsDocument, {}, signal)).dashboards,
  staleTime: 30_000,
});
