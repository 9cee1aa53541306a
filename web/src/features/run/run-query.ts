import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { RunDocument, RunEventsDocument, type RunEventsQuery, type RunQuery } from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { liveMeta } from "../../live-changes/live-meta.js";

/** RunDetail is one run with its steps, exceptions and related runs. */
export type RunDetail = NonNullable<RunQuery["run"]>;

/** RunEventPage is one page of the events of a run, as received. */
export type RunEventPage = NonNullable<RunEventsQuery["run"]>["events"];

/** RunKey names a run. */
export interface RunKey {
  readonly client: string;
  readonly workflow: string;
  readonly id: string;
}

/** runQuery asks for one run; null when it does not exist within the person's scope. */
export function runQuery(key: RunKey) {
  return queryOptions({
    queryKey: ["run", key],
    queryFn: async ({ signal }): Promise<RunDetail | null> => (await request(RunDocument, key, signal)).run,
    meta: liveMeta({ clients: [key.client], workflows: [key.workflow] }),
  });
}

/** runEventsQuery asks for the events of a run, fifty at a time. */
export function runEventsQuery(key: RunKey) {
  return infiniteQueryOptions({
    queryKey: ["run-events", key],
    queryFn: async ({ pageParam, signal }): Promise<RunEventPage> => {
      const { run } = await request(RunEventsDocument, { ...key, after: pageParam }, signal);
      return run?.events ?? { nodes: [], pageInfo: { endCursor: null, hasNextPage: false } };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: RunEventPage) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    meta: liveMeta({ clients: [key.client], workflows: [key.workflow] }),
  });
}
