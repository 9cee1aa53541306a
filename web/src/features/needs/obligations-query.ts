import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  WorstObligationsDocument,
  type ScopeFilterInput,
  type WorstObligationsQuery,
} from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { liveMeta } from "../../live-changes/live-meta.js";

/** Obligation is a group of runs past their deadline, or close to it, that share client, workflow and change. */
export type Obligation = WorstObligationsQuery["worstObligations"][number];

/** obligationsAtMost bounds the list; a count at this bound is shown as "20+". */
export const obligationsAtMost = 20;

/** obligationsQuery asks for the worst open obligations, most money first. */
export function obligationsQuery(filter: ScopeFilterInput) {
  return queryOptions({
    queryKey: ["obligations", filter],
    queryFn: async ({ signal }): Promise<readonly Obligation[]> =>
      (await request(WorstObligationsDocument, { filter, first: obligationsAtMost }, signal)).worstObligations,
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: filter.clients ?? [], clockMs: 10_000 }),
  });
}
