import { IANAZone } from "luxon";
import { FILTER_COLUMNS } from "../compiler/build-reach-conditions.js";
import { DEFAULT_LOOKED_AT } from "../derived-formula.js";
import { findMetric, readAllTerms } from "../metric-catalog.js";
import { hasAttributes } from "../has-attributes.js";
import type { MetricDefinition, MetricSource } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import type { RetailCalendar } from "../periods/retail-calendar.js";
import { buildBucketEdges, countBuckets } from "./build-bucket-edges.js";
import { checkRanking } from "./check-ranking.js";
import { DEFAULT_MINIMUM_SAMPLE, type MetricQuery, type MetricQuestion } from "./metric-query.js";
import { refuse, type MetricRefusal } from "./metric-refusal.js";

/** MAX_POINTS is the longest series: charts draw about 500 points, exports a few times as many. */
export const MAX_POINTS = 2_000;
const MAX_GROUPS = 1_000;
const MAX_METRICS = 50;
const MAX_KEYS = 5;
const MAX_FILTER_IDS = 1_000;

/** MetricCheck is a checked question, or the first reason why not. */
export type MetricCheck =
  | { readonly isAccepted: true; readonly query: MetricQuery }
  | { readonly isAccepted: false; readonly refusal: MetricRefusal };

/** QuestionDefaults is what holds where a question says nothing: the zone and the retail calendar of the client or tenant. */
export interface QuestionDefaults {
  readonly now: Date;
  readonly zone: string;
  readonly retailCalendar?: RetailCalendar | undefined;
  /** Metrics beside the catalogue. */
  readonly definitions?: readonly MetricDefinition[] | undefined;
}

/** checkMetricQuestion refuses what cannot be answered, each with the field and the remedy. */
export function checkMetricQuestion(question: MetricQuestion, given: QuestionDefaults): MetricCheck {
  const metrics: MetricDefinition[] = [];
  for (const id of new Set(question.metrics)) {
    const metric = given.definitions?.find((definition) => definition.id === id) ?? findMetric(id);
    if (metric === undefined) {
      return {
        isAccepted: false,
        refusal: refuse(
          "unknown_metric",
          "metrics",
          `There is no metric "${id}".`,
          "Ask `metricCatalog { id }` for the metrics there are.",
        ),
      };
    }
    metrics.push(metric);
  }
  const timeZone = question.timeZone ?? given.zone;
  const refusal =
    checkMetrics(metrics) ??
    checkRange(question, timeZone) ??
    checkKeys(question, metrics) ??
    checkFilter(question, metrics) ??
    checkOrder(question, metrics) ??
    checkRanking(question, metrics, given.retailCalendar);
  if (refusal !== undefined) return { isAccepted: false, refusal };
  return { isAccepted: true, query: buildQuery(question, { ...given, metrics, timeZone }) };
}

function buildQuery(
  question: MetricQuestion,
  given: QuestionDefaults & { metrics: readonly MetricDefinition[]; timeZone: string },
): MetricQuery {
  const { from, to, rankBy } = question;
  const granularity = question.granularity ?? undefined;
  const retailCalendar = question.calendar === "RETAIL" ? given.retailCalendar : undefined;
  const minimumSample = question.minimumSample ?? DEFAULT_MINIMUM_SAMPLE;
  return {
    metrics: given.metrics,
    from,
    to,
    asOf: to < given.now ? to : given.now,
    granularity,
    edges:
      granularity === undefined ? undefined : buildBucketEdges(granularity, from, to, given.timeZone, retailCalendar),
    dimensions: [...new Set(question.groupBy ?? [])],
    attributes: [...new Set(question.groupByAttributes ?? [])],
    filter: question.filter ?? {},
    compareTo: question.compareTo ?? undefined,
    timeZone: given.timeZone,
    orderBy: question.orderBy ?? undefined,
    limit: question.limit ?? MAX_GROUPS,
    rankBy: rankBy == null ? undefined : { metric: rankBy.metric, minimumSample, order: rankBy.order ?? "BEST_FIRST" },
    minimumSample,
    withOthers: question.withOthers ?? false,
    lookedAt: question.lookedAt ?? DEFAULT_LOOKED_AT,
    retailCalendar,
  };
}

function checkMetrics(metrics: readonly MetricDefinition[]): MetricRefusal | undefined {
  if (metrics.length > 0 && metrics.length <= MAX_METRICS) return undefined;
  return refuse(
    "too_many_metrics",
    "metrics",
    `${metrics.length} metrics were asked for.`,
    `Ask for 1 to ${MAX_METRICS} metrics at a time.`,
  );
}

function checkRange({ from, to, granularity }: MetricQuestion, timeZone: string): MetricRefusal | undefined {
  if (from >= to)
    return refuse(
      "empty_range",
      "from",
      "`from` is not before `to`.",
      "Make `from` earlier than `to`; the range is half-open.",
    );
  if (!IANAZone.isValidZone(timeZone)) {
    return refuse(
      "unknown_time_zone",
      "timeZone",
      `"${timeZone}" is not a time zone.`,
      "Use an IANA name such as Europe/Berlin.",
    );
  }
  const points = granularity == null ? 0 : countBuckets(granularity, from, to);
  if (points <= MAX_POINTS + 1) return undefined;
  return refuse(
    "too_many_points",
    "granularity",
    `${granularity} gives ${points} points in this range.`,
    `Choose a longer granularity or a shorter range: at most ${MAX_POINTS} points.`,
  );
}

function checkKeys(question: MetricQuestion, metrics: readonly MetricDefinition[]): MetricRefusal | undefined {
  const dimensions = question.groupBy ?? [];
  const attributes = question.groupByAttributes ?? [];
  if (dimensions.length + attributes.length > MAX_KEYS) {
    return refuse(
      "too_many_dimensions",
      "groupBy",
      `${dimensions.length + attributes.length} dimensions were asked for.`,
      `Group by at most ${MAX_KEYS}.`,
    );
  }
  for (const metric of metrics) {
    const missing = dimensions.find((dimension: Dimension) => !metric.dimensions.includes(dimension));
    if (missing !== undefined) {
      return refuse(
        "dimension_not_offered",
        "groupBy",
        `${metric.id} cannot be grouped by ${missing}.`,
        `It offers ${metric.dimensions.join(", ")}.`,
      );
    }
    if (
      attributes.length > 0 &&
      readAllTerms(metric, question.lookedAt ?? DEFAULT_LOOKED_AT).some((term) => !hasAttributes(term.source))
    ) {
      return refuse(
        "dimension_not_offered",
        "groupByAttributes",
        `${metric.id} cannot be grouped by attributes: what it counts has none.`,
        "Ask for it by itself.",
      );
    }
  }
  return undefined;
}

function checkFilter(
  { filter, lookedAt }: MetricQuestion,
  metrics: readonly MetricDefinition[],
): MetricRefusal | undefined {
  for (const [name, ids] of Object.entries(filter ?? {})) {
    if (!Array.isArray(ids)) continue;
    if (ids.length > MAX_FILTER_IDS)
      return refuse(
        "filter_too_long",
        `filter.${name}`,
        `${ids.length} ids were given.`,
        `Give at most ${MAX_FILTER_IDS}.`,
      );
    for (const metric of metrics) {
      if (readAllTerms(metric, lookedAt ?? DEFAULT_LOOKED_AT).every((term) => canFilter(name, term.source))) continue;
      return refuse(
        "filter_not_offered",
        `filter.${name}`,
        `${metric.id} cannot be filtered by ${name}.`,
        "Ask for it in a question without that filter.",
      );
    }
  }
  return undefined;
}

function canFilter(name: string, source: MetricSource): boolean {
  if (name === "attributes") return hasAttributes(source);
  if (name === "workflows" && (source === "feed" || source === "change")) return true;
  if (name === "brands" && source === "change") return true;
  const columns: Partial<Record<string, string>> | undefined = (
    FILTER_COLUMNS as Record<string, Partial<Record<string, string>>>
  )[name];
  return columns === undefined || columns[source] !== undefined;
}

function checkOrder(
  { orderBy, limit }: MetricQuestion,
  metrics: readonly MetricDefinition[],
): MetricRefusal | undefined {
  if (limit != null && (limit < 1 || limit > MAX_GROUPS)) {
    return refuse("limit_out_of_range", "limit", `${limit} is not a limit.`, `Choose 1 to ${MAX_GROUPS}.`);
  }
  if (orderBy == null || metrics.some((metric) => metric.id === orderBy.metric)) return undefined;
  return refuse(
    "order_not_asked",
    "orderBy.metric",
    `${orderBy.metric} is not among the metrics asked for.`,
    "Add it to `metrics` or order by another one.",
  );
}
