import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  AlertWatchDocument,
  IncidentAssigneesDocument,
  IncidentListDocument,
  type AlertWatchQuery,
  type IncidentListQuery,
  type IncidentRowFragment,
  type ScopeFilterInput,
} from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";
import { liveMeta } from "../../../live-changes/live-meta.js";
import { readClock } from "../../../time-range/read-clock.js";
import { resolveRange } from "../../../time-range/resolve-range.js";
import type { TimeRange } from "../../../time-range/time-range.js";
import { buildIncidentQuestion, isOver, type IncidentSearch } from "./incident-search.js";

/** Incident is one incident of a list. */
export type Incident = IncidentRowFragment;

/** IncidentPage is one page of incidents. */
export type IncidentPage = IncidentListQuery["alertIncidents"];

/** WatchedRule is a rule with how its evaluation stands and what it sees now. */
export type WatchedRule = AlertWatchQuery["alertRules"][number];

/** incidentPageSize is how many incidents a page has. */
export const incidentPageSize = 50;

/** incidentKeys are the questions that what people do about incidents changes. */
export const incidentKeys = ["incident-pages", "incident-children", "incident-standing", "incident", "firing"] as const;

/** incidentPagesQuery asks for a list of incidents page by page. */
export function incidentPagesQuery(of: { search: IncidentSearch; scope: ScopeFilterInput; range: TimeRange }) {
  const { open: _, ...search } = of.search;
  // What fires does not depend on the range of the page.
  const range = isOver(search) ? of.range : null;
  return infiniteQueryOptions({
    queryKey: ["incident-pages", search, of.scope, range],
    queryFn: async ({ pageParam, signal }): Promise<IncidentPage> => {
      const question = buildIncidentQuestion(search, of.scope, resolveRange(of.range, readClock()));
      const asked = { ...question, first: incidentPageSize, after: pageParam };
      return (await request(IncidentListDocument, asked, signal)).alertIncidents;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: IncidentPage) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: of.scope.clients ?? [], everyMs: 5_000, clockMs: 10_000 }),
  });
}

/** incidentChildrenQuery asks for what an incident is held to be the cause of, the worst first. */
export function incidentChildrenQuery(parent: string) {
  return queryOptions({
    queryKey: ["incident-children", parent],
    queryFn: async ({ signal }): Promise<IncidentPage> =>
      (await request(IncidentListDocument, { filter: { parent }, first: 200, orderBy: "WORST" }, signal))
        .alertIncidents,
    placeholderData: keepPreviousData,
    meta: liveMeta({ everyMs: 10_000, clockMs: 20_000 }),
  });
}

/** alertWatchQuery asks which rules watch, whether they are evaluated in time, and what is pending. */
export const alertWatchQuery = queryOptions({
  queryKey: ["alert-watch"],
  queryFn: async ({ signal }): Promise<readonly WatchedRule[]> =>
    (await request(AlertWatchDocument, {}, signal)).alertRules,
  placeholderData: keepPreviousData,
  refetchInterval: 15_000,
});

/** incidentAssigneesQuery asks to whom an incident can be given. */
export function incidentAssigneesQuery(id: string) {
  return queryOptions({
    queryKey: ["incident-assignees", id],
    queryFn: async ({ signal }) => (await request(IncidentAssigneesDocument, { id }, signal)).incidentAssignees,
    staleTime: 5 * 60_000,
  });
}
