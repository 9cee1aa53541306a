import { queryOptions } from "@tanstack/react-query";
import { MeDocument, type MeQuery } from "../graphql/operations.js";
import { request } from "../graphql/request.js";

/** Me is the person who is signed in. */
export type Me = NonNullable<MeQuery["me"]>;

/** meQuery asks who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal }): Promise<Me | null> => (await request(MeDocument, {}, signal)).me,
  staleTime: Infinity,
  retry: 2,
});
