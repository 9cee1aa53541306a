import { queryOptions } from "@tanstack/react-query";
import { DemoPeopleDocument, type DemoPeopleQuery } from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";

/** DemoPerson is one of the people of a demo installation. */
export type DemoPerson = DemoPeopleQuery["demoPeople"][number];

/** demoPeopleQuery asks for the people of a demo installation; elsewhere there are none. */
export const demoPeopleQuery = queryOptions({
  queryKey: ["demo-people"],
  queryFn: async ({ signal }): Promise<readonly DemoPerson[]> =>
    (await request(DemoPeopleDocument, {}, signal)).demoPeople,
  staleTime: Infinity,
});
