import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { MetricSeriesDocument, type MetricSeriesQuery, type ScopeFilterInput } from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { liveMeta } from "../../live-changes/live-meta.js";
import { readClock } from "../../time-range/read-clock.js";
import { resolveRange } from "../../time-range/resolve-range.js";
import type { TimeRange } from "../../time-range/time-range.js";
import { coverageGroups, type CoverageBy } from "./coverage-groups.js";

/** CoverageAnswer is coverage by day for each group. */
export type CoverageAnswer = MetricSeriesQuery["metrics"];

interface CoverageQuestion {
  readonly filter: ScopeFilterInput;
  readonly range: TimeRange;
  readonly timeZone: string;
  readonly by: CoverageBy;
}

const dayMs = 86_400_000;
/** A calendar of fewer days shows no pattern; of more, its columns are too narrow to point at. */
const fewestDays = 14;
const mostDays = 92;
const mostGroups = 40;

/** coverageQuery asks for coverage by day, the least covered groups first: of the range of the page, but two weeks at least and three months at most. */
export function coverageQuery(question: CoverageQuestion) {
  const { filter, range, timeZone, by } = question;
  return queryOptions({
    queryKey: ["coverage", question],
    queryFn: async ({ signal }): Promise<CoverageAnswer> => {
      const { from, to } = resolveRange(range, readClock());
      const days = Math.min(mostDays, Math.max(fewestDays, (to.getTime() - from.getTime()) / dayMs));
      const query = {
        ...{ metrics: ["coverage"], filter, timeZone, granularity: "DAY" as const, limit: mostGroups },
        ...{ from: new Date(to.getTime() - days * dayMs).toISOString(), to: to.toISOString() },
        groupBy: [...coverageGroups[by].dimensions],
        orderBy: { metric: "coverage", direction: "ASCENDING" as const },
      };
      return (await request(MetricSeriesDocument, { query }, signal)).metrics;
    },
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: filter.clients ?? [], everyMs: 60_000 }),
  });
}
