import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { FiringHereDocument, type FiringHereQuery, type ScopeFilterInput } from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";
import { liveMeta } from "../../../live-changes/live-meta.js";

/** FiringHere is what fires within a scope: how much, and the worst of it. */
export type FiringHere = FiringHereQuery;

/** firingQuery asks what fires within a scope. */
export function firingQuery(scope: ScopeFilterInput) {
  return queryOptions({
    queryKey: ["firing", scope],
    queryFn: ({ signal }): Promise<FiringHere> => {
      const filter = { scope, isGrouped: true, statuses: ["OPEN" as const, "ACKNOWLEDGED" as const] };
      return request(FiringHereDocument, { filter, scope }, signal);
    },
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: scope.clients ?? [], everyMs: 10_000, clockMs: 15_000 }),
  });
}
