import { queryOptions } from "@tanstack/react-query";
import {
  DashboardByIdDocument,
  type DashboardByIdQuery,
  type DashboardPartsFragment,
} from "../../graphql/operations.js";
import { GraphqlFailure } from "../../graphql/graphql-failure.js";
import { request } from "../../graphql/request.js";

/** OpenDashboard is a dashboard with its text and what it shows. */
export type OpenDashboard = Exclude<DashboardByIdQuery["dashboard"], { readonly code: unknown }>;

/** Definition is what a dashboard shows. */
export type Definition = DashboardPartsFragment;

/** PanelDefinition is one panel of it. */
export type PanelDefinition = Definition["panels"][number];

/** dashboardQuery asks for one dashboard. Fails with `bad_input` where there is none that the person may open. */
export function dashboardQuery(id: string) {
  return queryOptions({
    queryKey: ["dashboard", id],
    queryFn: async ({ signal }): Promise<OpenDashboard> => {
      const { dashboard } = await request(DashboardByIdDocument, { id }, signal);
      if ("code" in dashboard) throw new GraphqlFailure("bad_input", dashboard.message);
      return dashboard;
    },
    staleTime: 60_000,
    retry: (count, cause) => !(cause instanceof GraphqlFailure && cause.reason === "bad_input") && count < 2,
  });
}
