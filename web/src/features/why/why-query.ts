import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import {
  MetricDriversDocument,
  MetricRowsDocument,
  MetricWhyDocument,
  type Dimension,
  type MetricDriversQuery,
  type MetricRowsQuery,
  type MetricSide,
  type MetricWhyInput,
  type MetricWhyQuery,
} from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import type { WhyQuestion } from "../../metrics/why-question.js";
import { readClock } from "../../time-range/read-clock.js";
import { resolveRange } from "../../time-range/resolve-range.js";
import type { TimeRange } from "../../time-range/time-range.js";

/** Why is everything that is known about one number. */
export type Why = MetricWhyQuery["metricWhy"];

/** WhyFigure is the number itself, or the one it is compared with. */
export type WhyFigure = NonNullable<Why["value"]>;

/** WhyMoved is what moved a number. */
export type WhyMoved = MetricDriversQuery["metricWhy"];

/** WhyDrivers is what one dimension explains of a change. */
export type WhyDrivers = WhyMoved["drivers"][number];

/** WhyRow is one row behind a number. */
export type WhyRow = MetricRowsQuery["metricRows"]["nodes"][number];

/** WhyAsked is a number of a page: its range is the page's unless it has its own. */
export interface WhyAsked {
  readonly question: WhyQuestion;
  readonly range: TimeRange;
  readonly timeZone: string;
}

/** WhySide names one list of rows: of the very range the number was computed over. */
export interface WhySide {
  readonly question: WhyQuestion;
  readonly from: string;
  readonly to: string;
  readonly side: MetricSide;
}

const rowsAtOnce = 25;

/**
 * whyQuery asks what is behind a number. It does not follow changes: what one reads stays as of the instant it says, and its rows are
 * those of the same range.
 */
export function whyQuery({ question, range, timeZone }: WhyAsked) {
  return queryOptions({
    queryKey: ["why", question, question.range ?? range, timeZone],
    queryFn: async ({ signal }): Promise<Why> => {
      const { from, to } = resolveRange(question.range ?? range, readClock());
      const query = buildWhyInput(question, { from: from.toISOString(), to: to.toISOString(), timeZone });
      return (await request(MetricWhyDocument, { query }, signal)).metricWhy;
    },
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}

/** firstDimensions are looked at at once, moreDimensions when somebody asks for them. */
export const firstDimensions: readonly Dimension[] = [
  ...(["STORE", "WORKFLOW", "CHANNEL", "STEP", "ERROR_CLASS", "WORKFLOW_VERSION"] as const),
];
/** moreDimensions are the other ways to look at a change. */
export const moreDimensions: readonly Dimension[] = [
  ...(["CLIENT", "REGION", "PARTNER", "EXCEPTION_CLASS", "SOURCE", "SYSTEM", "CHANGE", "MEASURE", "POLICY"] as const),
];

/** whyMovedQuery asks which groups of some dimensions moved a number over the range it was computed over. It asks the engine twice for each dimension, so it comes after the number. */
export function whyMovedQuery(question: WhyQuestion, why: Why, dimensions: readonly Dimension[]) {
  return queryOptions({
    queryKey: ["why-moved", question, why.from, why.to, why.timeZone, dimensions],
    queryFn: async ({ signal }): Promise<WhyMoved> => {
      const { from, to, timeZone } = why;
      const query = { ...buildWhyInput(question, { from, to, timeZone }), dimensions: [...dimensions] };
      return (await request(MetricDriversDocument, { query }, signal)).metricWhy;
    },
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}

function buildWhyInput(question: WhyQuestion, over: { from: string; to: string; timeZone: string }): MetricWhyInput {
  const { metric, filter, compareTo, currency } = question;
  return {
    ...{ metric, filter, ...over },
    ...(compareTo === undefined ? {} : { compareTo }),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** whyRowsQuery asks for the rows behind a number, newest first, page by page. */
export function whyRowsQuery({ question, from, to, side }: WhySide) {
  return infiniteQueryOptions({
    queryKey: ["why-rows", question, from, to, side],
    queryFn: async ({ pageParam, signal }) => {
      const query = { metric: question.metric, filter: question.filter, from, to, side };
      return (await request(MetricRowsDocument, { query, first: rowsAtOnce, after: pageParam }, signal)).metricRows;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}
