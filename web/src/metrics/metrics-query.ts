import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { MetricsDocument, type MetricQueryInput, type MetricsQuery } from "../graphql/operations.js";
import { request } from "../graphql/request.js";
import { liveMeta } from "../live-changes/live-meta.js";
import type { LiveSubject } from "../live-changes/live-subject.js";
import { readClock } from "../time-range/read-clock.js";
import { resolveRange } from "../time-range/resolve-range.js";
import type { MetricQuestion } from "./metric-question.js";

/** MetricAnswer is the server's answer: groups with values, as of an instant, with the coverage behind it. */
export type MetricAnswer = MetricsQuery["metrics"];

/** MetricFigure is one value with everything that explains it. */
export type MetricFigure = MetricAnswer["groups"][number]["values"][number];

/** metricsQuery asks for totals over a range, split by the dimensions of the question. */
export function metricsQuery(question: MetricQuestion, live: Partial<LiveSubject> = {}) {
  return queryOptions({
    queryKey: ["metrics", question],
    queryFn: async ({ signal }): Promise<MetricAnswer> =>
      (await request(MetricsDocument, { query: buildMetricQuery(question, readClock()) }, signal)).metrics,
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: question.filter.clients ?? [], workflows: question.filter.workflows ?? [], ...live }),
  });
}

/** buildMetricQuery writes a question as the server's input, with its range resolved at `now`. */
export function buildMetricQuery(question: MetricQuestion, now: Date): MetricQueryInput {
  const { from, to } = resolveRange(question.range, now);
  const query: MetricQueryInput = {
    metrics: [...question.metrics],
    from: from.toISOString(),
    to: to.toISOString(),
    filter: question.filter,
    timeZone: question.timeZone,
  };
  if (question.groupBy !== undefined) query.groupBy = [...question.groupBy];
  if (question.compareTo !== undefined) query.compareTo = question.compareTo;
  if (question.range.kind === "fixed" && question.range.period?.calendar === "RETAIL") query.calendar = "RETAIL";
  return query;
}
