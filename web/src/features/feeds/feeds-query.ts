import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { FeedsDocument, type FeedsQuery, type ScopeFilterInput } from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { liveMeta } from "../../live-changes/live-meta.js";

/** FeedRow is the stream of events one source sends for one place. */
export type FeedRow = FeedsQuery["feeds"][number];

/** feedsQuery asks for all feeds in scope; a network has thousands, so they are asked at most every five seconds. */
export function feedsQuery(filter: ScopeFilterInput) {
  return queryOptions({
    queryKey: ["feeds", filter],
    queryFn: async ({ signal }): Promise<readonly FeedRow[]> =>
      (await request(FeedsDocument, { filter }, signal)).feeds,
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: filter.clients ?? [], everyMs: 5_000, clockMs: 15_000 }),
  });
}
