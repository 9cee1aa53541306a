import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  IncidentStandingDocument,
  type IncidentStandingQuery,
  type ScopeFilterInput,
} from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";
import { liveMeta } from "../../../live-changes/live-meta.js";

/** IncidentStanding counts the incidents that are not over; one that is the cause of others is one with them. */
export type IncidentStanding = IncidentStandingQuery["incidentStanding"];

/** incidentStandingQuery asks how many incidents nobody has taken, by severity, and how many somebody has. */
export function incidentStandingQuery(scope: ScopeFilterInput) {
  return queryOptions({
    queryKey: ["incident-standing", scope],
    queryFn: async ({ signal }): Promise<IncidentStanding> =>
      (await request(IncidentStandingDocument, { scope }, signal)).incidentStanding,
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: scope.clients ?? [], everyMs: 5_000, clockMs: 10_000 }),
  });
}
