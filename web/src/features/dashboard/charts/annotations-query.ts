import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  AnnotationsDocument,
  type AnnotationKind,
  type AnnotationsQuery,
  type ScopeFilterInput,
} from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";
import { readClock } from "../../../time-range/read-clock.js";
import { resolveRange } from "../../../time-range/resolve-range.js";
import type { TimeRange } from "../../../time-range/time-range.js";

/** Annotation is something that happened and may explain a figure. */
export type Annotation = AnnotationsQuery["annotations"][number];

/** annotationsQuery asks what happened in a range: launches, incidents, corrections, releases. Panels of one page that ask the same share the answer. */
export function annotationsQuery(of: {
  readonly filter: ScopeFilterInput;
  readonly range: TimeRange;
  readonly kinds: readonly AnnotationKind[];
}) {
  return queryOptions({
    queryKey: ["annotations", of],
    queryFn: async ({ signal }): Promise<readonly Annotation[]> => {
      const { from, to } = resolveRange(of.range, readClock());
      const asked = { from: from.toISOString(), to: to.toISOString(), filter: of.filter, kinds: [...of.kinds] };
      return (await request(AnnotationsDocument, asked, signal)).annotations;
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    refetchInterval: 5 * 60_000,
  });
}
