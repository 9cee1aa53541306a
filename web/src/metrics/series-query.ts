import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  MetricLinesDocument,
  MetricSeriesDocument,
  type MetricLinesQuery,
  type MetricSeriesQuery,
} from "../graphql/operations.js";
import { request } from "../graphql/request.js";
import { liveMeta } from "../live-changes/live-meta.js";
import type { LiveSubject } from "../live-changes/live-subject.js";
import { chooseGranularity, type Bucket } from "../time-range/choose-granularity.js";
import { readClock } from "../time-range/read-clock.js";
import { resolveRange } from "../time-range/resolve-range.js";
import type { Interval } from "../time-range/time-range.js";
import type { MetricQuestion } from "./metric-question.js";
import { buildMetricQuery } from "./metrics-query.js";

/** SeriesGroup is the series of one group. */
export type SeriesGroup = MetricSeriesQuery["metrics"]["groups"][number];

/** SeriesPoint is one bucket of a series. */
export type SeriesPoint = NonNullable<SeriesGroup["values"][number]["series"]>[number];

/** SeriesAnswer is the server's series with the range and the bucket they were asked for. */
export interface SeriesAnswer {
  readonly groups: readonly SeriesGroup[];
  readonly interval: Interval;
  readonly bucket: Bucket;
  readonly asOf: string;
}

/** LinesAnswer is the bare values of series, with the range and the bucket they were asked for. */
export interface LinesAnswer {
  readonly groups: MetricLinesQuery["metrics"]["groups"];
  readonly interval: Interval;
  readonly bucket: Bucket;
}

/** linesQuery asks for the bare values of series, for small lines without axis or tooltip. */
export function linesQuery(question: MetricQuestion, maxPoints: number, live: Partial<LiveSubject> = {}) {
  return queryOptions({
    queryKey: ["lines", maxPoints, question],
    queryFn: async ({ signal }): Promise<LinesAnswer> => {
      const { interval, bucket, query } = bucketQuestion(question, maxPoints);
      const { groups } = (await request(MetricLinesDocument, { query }, signal)).metrics;
      return { groups, interval, bucket };
    },
    placeholderData: keepPreviousData,
    meta: metaOf(question, live),
  });
}

/** seriesQuery asks for series over a range in buckets that give at most `maxPoints` points. */
export function seriesQuery(question: MetricQuestion, maxPoints: number, live: Partial<LiveSubject> = {}) {
  return queryOptions({
    queryKey: ["series", maxPoints, question],
    queryFn: async ({ signal }): Promise<SeriesAnswer> => {
      const { interval, bucket, query } = bucketQuestion(question, maxPoints);
      const { groups, asOf } = (await request(MetricSeriesDocument, { query }, signal)).metrics;
      return { groups, interval, bucket, asOf };
    },
    placeholderData: keepPreviousData,
    meta: metaOf(question, live),
  });
}

/** What a question asks now, in as many buckets as are wanted at most. */
function bucketQuestion(question: MetricQuestion, maxPoints: number) {
  const now = readClock();
  const interval = resolveRange(question.range, now);
  const bucket = chooseGranularity(interval.to.getTime() - interval.from.getTime(), maxPoints);
  return { interval, bucket, query: { ...buildMetricQuery(question, now), granularity: bucket.granularity } };
}

function metaOf({ filter }: MetricQuestion, live: Partial<LiveSubject>) {
  return liveMeta({ clients: filter.clients ?? [], workflows: filter.workflows ?? [], everyMs: 2_000, ...live });
}
