import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  RejectedEventsDocument,
  RejectedReasonsDocument,
  type RejectedEventsQuery,
  type RejectedReasonsQuery,
  type ScopeFilterInput,
} from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { liveMeta } from "../../live-changes/live-meta.js";
import { readClock } from "../../time-range/read-clock.js";
import { resolveRange } from "../../time-range/resolve-range.js";
import type { TimeRange } from "../../time-range/time-range.js";
import { buildRejectedFilter, type RejectedSearch } from "./rejected-search.js";

/** RejectedPage is one page of refused events. */
export type RejectedPage = RejectedEventsQuery["rejectedEvents"];

/** RejectedReason is how many events of a source are refused for one reason. */
export type RejectedReason = RejectedReasonsQuery["rejectedEvents"]["reasonCounts"][number];

interface RejectedQuestion {
  readonly search: RejectedSearch;
  readonly filter: ScopeFilterInput;
  readonly range: TimeRange;
}

/** rejectedPagesQuery asks for refused events received in the range, page by page. */
export function rejectedPagesQuery({ search, filter: scope, range }: RejectedQuestion) {
  return infiniteQueryOptions({
    queryKey: ["rejected-pages", search, scope, range],
    queryFn: async ({ pageParam, signal }): Promise<RejectedPage> => {
      const filter = buildRejectedFilter(search, scope, resolveRange(range, readClock()));
      return (await request(RejectedEventsDocument, { filter, first: 25, after: pageParam }, signal)).rejectedEvents;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: RejectedPage) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: scope.clients ?? [], everyMs: 10_000, clockMs: 30_000 }),
  });
}

/** rejectedReasonsQuery counts refused events by reason and source, whichever of them is looked at. */
export function rejectedReasonsQuery({ filter: scope, range }: Omit<RejectedQuestion, "search">) {
  return queryOptions({
    queryKey: ["rejected-reasons", scope, range],
    queryFn: async ({ signal }): Promise<readonly RejectedReason[]> => {
      const filter = buildRejectedFilter({}, scope, resolveRange(range, readClock()));
      return (await request(RejectedReasonsDocument, { filter }, signal)).rejectedEvents.reasonCounts;
    },
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: scope.clients ?? [], everyMs: 10_000, clockMs: 30_000 }),
  });
}
