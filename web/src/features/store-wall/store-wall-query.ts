import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { StoreWallDocument, type ScopeFilterInput, type StoreWallQuery } from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { liveMeta } from "../../live-changes/live-meta.js";

/** StoreStanding is how one store stands, with the reason. */
export type StoreStanding = StoreWallQuery["storeWall"][number];

/** storeWallQuery asks how every store in scope stands. */
export function storeWallQuery(filter: ScopeFilterInput) {
  const clients = filter.clients ?? [];
  return queryOptions({
    queryKey: ["store-wall", filter],
    queryFn: async ({ signal }): Promise<readonly StoreStanding[]> =>
      (await request(StoreWallDocument, { filter }, signal)).storeWall,
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients, clockMs: 10_000 }),
  });
}
