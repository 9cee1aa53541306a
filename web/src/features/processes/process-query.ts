import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  ProcessDocument,
  ProcessPeersDocument,
  type ProcessPeersQuery,
  type ProcessQuery,
  type ScopeFilterInput,
} from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { liveMeta } from "../../live-changes/live-meta.js";
import { readClock } from "../../time-range/read-clock.js";
import { resolveRange } from "../../time-range/resolve-range.js";
import type { TimeRange } from "../../time-range/time-range.js";

/** ProcessReport is how the runs of a workflow went. */
export type ProcessReport = ProcessQuery["variants"];

/** PeerReport is the places of the scope beside the others of the same client. */
export type PeerReport = ProcessPeersQuery["processComparison"];

/** ProcessQuestion asks for runs of one workflow that ended in the range. */
export interface ProcessQuestion {
  readonly workflow: string;
  readonly filter: ScopeFilterInput;
  readonly range: TimeRange;
  /** Whether equal steps in a row count as one. */
  readonly isMerged: boolean;
}

/** A process is read, not watched: it is asked again when data comes, but not more often than this. */
const everyMs = 20_000;

/** processQuery asks for variants, edges, steps and conformance of a workflow. */
export function processQuery(question: ProcessQuestion) {
  return queryOptions({
    queryKey: ["process", question],
    queryFn: async ({ signal }): Promise<ProcessReport> =>
      (await request(ProcessDocument, buildVariables(question), signal)).variants,
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: question.filter.clients ?? [], workflows: [question.workflow], everyMs }),
  });
}

/** peersQuery compares the stores, channels or partners of the scope with the others; it needs one of them in the scope. */
export function peersQuery(question: ProcessQuestion) {
  return queryOptions({
    queryKey: ["process-peers", question],
    queryFn: async ({ signal }): Promise<PeerReport> =>
      (await request(ProcessPeersDocument, { ...buildVariables(question), limit: 12 }, signal)).processComparison,
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: question.filter.clients ?? [], workflows: [question.workflow], everyMs }),
  });
}

function buildVariables({ workflow, filter, range, isMerged }: ProcessQuestion) {
  const { from, to } = resolveRange(range, readClock());
  return { workflow, filter, from: from.toISOString(), to: to.toISOString(), limit: 50, mergeRepeats: isMerged };
}
