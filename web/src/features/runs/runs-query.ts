import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  RunFacetsDocument,
  RunsDocument,
  type RunFacetsQuery,
  type RunFilterInput,
  type RunsQuery,
} from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { liveMeta } from "../../live-changes/live-meta.js";
import type { LiveSubject } from "../../live-changes/live-subject.js";
import { readClock } from "../../time-range/read-clock.js";
import { resolveRange } from "../../time-range/resolve-range.js";
import type { TimeRange } from "../../time-range/time-range.js";

/** RunPage is one page of runs with the count of all. */
export type RunPage = RunsQuery["runs"];

/** RunFacet is what the runs of a list have in one respect. */
export type RunFacet = RunFacetsQuery["runs"]["facets"][number];

/** RunRow is one run as lists show it. */
export type RunRow = RunPage["nodes"][number];

/** RunsQuestion asks for runs; without a range it asks for all time. */
export interface RunsQuestion {
  readonly filter: Omit<RunFilterInput, "from" | "to">;
  readonly range: TimeRange | null;
  readonly first: number;
}

/** runsQuery asks for the first runs of a list. */
export function runsQuery(question: RunsQuestion, live: Partial<LiveSubject> = {}) {
  return queryOptions({
    queryKey: ["runs", question],
    queryFn: ({ signal }): Promise<RunPage> => askRuns(question, null, signal),
    placeholderData: keepPreviousData,
    meta: liveMeta({
      clients: question.filter.scope?.clients ?? [],
      workflows: question.filter.scope?.workflows ?? [],
      clockMs: 15_000,
      ...live,
    }),
  });
}

/** runPagesQuery asks for a list page by page. */
export function runPagesQuery(question: RunsQuestion) {
  return infiniteQueryOptions({
    queryKey: ["run-pages", question],
    queryFn: ({ pageParam, signal }): Promise<RunPage> => askRuns(question, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: RunPage) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    meta: liveMeta({
      clients: question.filter.scope?.clients ?? [],
      workflows: question.filter.scope?.workflows ?? [],
      everyMs: 2_000,
    }),
  });
}

/** runFacetsQuery counts what the runs of a list have, beside the list, so that nobody waits for the counts. */
export function runFacetsQuery(question: RunsQuestion) {
  return queryOptions({
    queryKey: ["run-facets", question],
    queryFn: async ({ signal }): Promise<readonly RunFacet[]> =>
      (await request(RunFacetsDocument, { filter: buildFilter(question) }, signal)).runs.facets,
    placeholderData: keepPreviousData,
    meta: liveMeta({
      clients: question.filter.scope?.clients ?? [],
      workflows: question.filter.scope?.workflows ?? [],
      everyMs: 10_000,
    }),
  });
}

async function askRuns(question: RunsQuestion, after: string | null, signal: AbortSignal): Promise<RunPage> {
  const { first } = question;
  return (await request(RunsDocument, { filter: buildFilter(question), first, after }, signal)).runs;
}

function buildFilter(question: RunsQuestion): RunFilterInput {
  const { range } = question;
  const interval = range === null ? null : resolveRange(range, readClock());
  const filter: RunFilterInput = { ...question.filter };
  if (interval !== null) Object.assign(filter, { from: interval.from.toISOString(), to: interval.to.toISOString() });
  return filter;
}
