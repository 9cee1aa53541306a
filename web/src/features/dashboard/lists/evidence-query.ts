import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { EvidenceDocument, type EvidenceQuery, type MetricSide } from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";
import { liveMeta } from "../../../live-changes/live-meta.js";
import { readClock } from "../../../time-range/read-clock.js";
import { resolveRange } from "../../../time-range/resolve-range.js";
import type { PanelQuestion } from "../ask/panel-question.js";

/** EvidenceRow is one row behind a number. */
export type EvidenceRow = EvidenceQuery["metricRows"]["nodes"][number];

/** evidenceQuery asks for the newest rows behind one number. */
export function evidenceQuery(question: PanelQuestion, of: { readonly side: MetricSide; readonly first: number }) {
  return queryOptions({
    queryKey: ["evidence", question, of],
    queryFn: async ({ signal }): Promise<EvidenceQuery["metricRows"]> => {
      const { from, to } = resolveRange(question.range, readClock());
      const query = {
        ...{ metric: question.metrics[0] ?? "", side: of.side, filter: question.filter },
        ...{ from: from.toISOString(), to: to.toISOString() },
      };
      return (await request(EvidenceDocument, { query, first: of.first }, signal)).metricRows;
    },
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: question.filter.clients ?? [], everyMs: 15_000, clockMs: 60_000 }),
  });
}
