import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  AnnotationsDocument,
  IncidentStoryDocument,
  type AnnotationsQuery,
  type IncidentStoryQuery,
  type ScopeFilterInput,
} from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";
import { liveMeta } from "../../../live-changes/live-meta.js";

/** IncidentStory is an incident with everything a page about it shows. */
export type IncidentStory = NonNullable<IncidentStoryQuery["alertIncident"]>;

/** IncidentTransition is one change of state, with what it was decided from. */
export type IncidentTransition = IncidentStory["transitions"][number];

/** NearbyChange is something that happened around an incident: a release, a launch, a correction. */
export type NearbyChange = AnnotationsQuery["annotations"][number];

/** incidentQuery asks for one incident; null when there is none within what the person sees. */
export function incidentQuery(id: string) {
  return queryOptions({
    queryKey: ["incident", id],
    queryFn: async ({ signal }): Promise<IncidentStory | null> =>
      (await request(IncidentStoryDocument, { id }, signal)).alertIncident,
    meta: liveMeta({ everyMs: 5_000, clockMs: 10_000 }),
  });
}

/** nearbyChangesQuery asks what was changed in a range of time: releases, launches, corrections. */
export function nearbyChangesQuery(of: {
  readonly from: string;
  readonly to: string;
  readonly filter: ScopeFilterInput;
}) {
  return queryOptions({
    queryKey: ["incident-changes", of],
    queryFn: async ({ signal }): Promise<readonly NearbyChange[]> => {
      const kinds = ["RELEASE", "PROMOTION", "CORRECTION"] as const;
      return (await request(AnnotationsDocument, { ...of, kinds: [...kinds] }, signal)).annotations;
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
