import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  PanelDriversFragmentDoc,
  PanelSeriesFragmentDoc,
  PanelTotalsFragmentDoc,
  type Comparison,
  type Dimension,
  type Granularity,
  type MetricQueryInput,
  type MetricWhyInput,
  type PanelDriversFragment,
  type PanelSeriesFragment,
  type PanelTotalsFragment,
} from "../../../graphql/operations.js";
import { liveMeta } from "../../../live-changes/live-meta.js";
import { chooseGranularity, type Bucket } from "../../../time-range/choose-granularity.js";
import { readClock } from "../../../time-range/read-clock.js";
import { resolveRange } from "../../../time-range/resolve-range.js";
import type { Interval } from "../../../time-range/time-range.js";
import { joinMetricQuestions } from "./join-metric-questions.js";
import { buildPanelQuery, type PanelQuestion } from "./panel-question.js";
import { QuestionBatch } from "./question-batch.js";

const totals = new QuestionBatch<MetricQueryInput, PanelTotalsFragment>({
  ...{ field: "metrics", inputType: "MetricQueryInput", fragmentName: "PanelTotals" },
  ...{ fragment: PanelTotalsFragmentDoc, join: joinMetricQuestions, atMost: 12 },
});
const series = new QuestionBatch<MetricQueryInput, PanelSeriesFragment>({
  ...{ field: "metrics", inputType: "MetricQueryInput", fragmentName: "PanelSeries" },
  ...{ fragment: PanelSeriesFragmentDoc, join: joinMetricQuestions, atMost: 4 },
});
const drivers = new QuestionBatch<MetricWhyInput, PanelDriversFragment>({
  ...{ field: "metricWhy", inputType: "MetricWhyInput", fragmentName: "PanelDrivers" },
  ...{ fragment: PanelDriversFragmentDoc, atMost: 4 },
});

/** PanelAnswer is totals by group. */
export type PanelAnswer = PanelTotalsFragment;

/** PanelSeriesAnswer is series by group with the range and bucket they were asked for. */
export interface PanelSeriesAnswer {
  readonly groups: PanelSeriesFragment["groups"];
  readonly asOf: string;
  readonly interval: Interval;
  readonly bucket: Bucket;
}

/** Figures of a long range move slowly: a quarter is not asked again with every event. */
function chooseRefresh(question: PanelQuestion): { everyMs: number; clockMs: number } {
  const { from, to } = resolveRange(question.range, readClock());
  const days = (to.getTime() - from.getTime()) / 86_400_000;
  if (days <= 1.5) return { everyMs: 5_000, clockMs: 30_000 };
  return days <= 8 ? { everyMs: 30_000, clockMs: 120_000 } : { everyMs: 120_000, clockMs: 600_000 };
}

function metaOf(question: PanelQuestion) {
  const { clients, workflows } = question.filter;
  return liveMeta({ clients: clients ?? [], workflows: workflows ?? [], ...chooseRefresh(question) });
}

/** panelTotalsQuery asks for totals over the range, together with what other panels ask. */
export function panelTotalsQuery(question: PanelQuestion) {
  return queryOptions({
    queryKey: ["panel-totals", question],
    queryFn: (): Promise<PanelAnswer> => totals.ask(buildPanelQuery(question, readClock())),
    placeholderData: keepPreviousData,
    meta: metaOf(question),
  });
}

/** panelSeriesQuery asks for series in at most `maxPoints` buckets; what lies in the future is left out. */
export function panelSeriesQuery(question: PanelQuestion, maxPoints: number) {
  return queryOptions({
    queryKey: ["panel-series", maxPoints, question],
    queryFn: async (): Promise<PanelSeriesAnswer> => {
      const now = readClock();
      const range = resolveRange(question.range, now);
      const interval = { from: range.from, to: range.to > now && range.from < now ? now : range.to };
      const bucket = chooseGranularity(interval.to.getTime() - interval.from.getTime(), maxPoints);
      const query = {
        ...buildPanelQuery(question, now),
        to: interval.to.toISOString(),
        granularity: bucket.granularity,
      };
      const { groups, asOf } = await series.ask(query);
      return { groups, asOf, interval, bucket };
    },
    placeholderData: keepPreviousData,
    meta: metaOf(question),
  });
}

/** earlierSeriesQuery asks for the series of the range compared with, in the buckets of the range itself. */
export function earlierSeriesQuery(question: PanelQuestion, maxPoints: number, comparison: Comparison) {
  return queryOptions({
    queryKey: ["panel-earlier", maxPoints, comparison, question],
    queryFn: async (): Promise<PanelSeriesAnswer> => {
      const range = resolveRange(question.range, readClock());
      const { findEarlierInterval } = await import("../../../time-range/find-earlier-interval.js");
      const interval = findEarlierInterval(range, comparison, question.timeZone);
      const shownMs = Math.min(range.to.getTime(), readClock().getTime()) - range.from.getTime();
      const bucket = chooseGranularity(shownMs, maxPoints);
      const end = new Date(Math.min(interval.to.getTime(), interval.from.getTime() + shownMs));
      const [from, to] = [interval.from.toISOString(), end.toISOString()];
      const query = { ...buildPanelQuery(question, readClock()), from, to, granularity: bucket.granularity };
      const { groups, asOf } = await series.ask(query);
      return { groups, asOf, interval, bucket };
    },
    staleTime: 10 * 60_000,
  });
}

/** panelPeriodsQuery asks for totals and for each calendar period of the range, for tables with periods as columns. */
export function panelPeriodsQuery(question: PanelQuestion, granularity: Granularity) {
  return queryOptions({
    queryKey: ["panel-periods", granularity, question],
    queryFn: (): Promise<PanelSeriesFragment> => series.ask({ ...buildPanelQuery(question, readClock()), granularity }),
    placeholderData: keepPreviousData,
    meta: metaOf(question),
  });
}

/** DriversQuestion asks what moved the total of one metric, looked for in some dimensions. */
export interface DriversQuestion extends Omit<
  PanelQuestion,
  "metrics" | "groupBy" | "orderBy" | "rankBy" | "limit" | "minimumSample"
> {
  readonly metric: string;
  readonly dimensions: readonly Dimension[];
}

/** panelDriversQuery asks what moved a figure. */
export function panelDriversQuery(question: DriversQuestion) {
  const { metric, dimensions, compareTo, ...rest } = question;
  const asked: PanelQuestion = { ...rest, metrics: [metric] };
  return queryOptions({
    queryKey: ["panel-drivers", question],
    queryFn: (): Promise<PanelDriversFragment> => {
      const { metrics: _metrics, ...query } = buildPanelQuery(asked, readClock());
      const { from, to, filter, timeZone, calendar } = query;
      return drivers.ask({
        ...{ metric, from, to, dimensions: [...dimensions] },
        ...{ filter: filter ?? null, timeZone: timeZone ?? null, calendar: calendar ?? null },
        compareTo: compareTo ?? "PREVIOUS_PERIOD",
      });
    },
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  });
}
