import type { ReachFilter } from "../../scope/reach.js";
import type { Scope } from "../../scope/scope.js";
import { chooseSplits } from "../execution/choose-splits.js";
import type { AnsweredGroup, AnsweredValue, MetricAnswer } from "../execution/metric-answer.js";
import type { MetricsService } from "../execution/metrics.service.js";
import type { MetricDefinition } from "../metric-definition.js";
import type { Comparison, Dimension, PeriodCalendar } from "../metric-words.js";
import { buildComparisonRange } from "../query/build-comparison-range.js";
import { refuse, type MetricRefusal } from "../query/metric-refusal.js";
import type { MetricQuery, MetricQuestion } from "../query/metric-query.js";
import { buildDefinitionVersion } from "./build-definition-version.js";
import { buildExceedance } from "./build-exceedance.js";
import { chooseDriverDimensions } from "./choose-driver-dimensions.js";
import { describeFilter } from "./describe-filter.js";
import { findDrivers, type DimensionDrivers } from "./find-drivers.js";

/** WhyRequest asks for what is behind the total of one metric over a range. */
export interface WhyRequest {
  readonly metric: string;
  readonly from: Date;
  readonly to: Date;
  readonly filter?: ReachFilter | null;
  readonly compareTo?: Comparison | null;
  readonly timeZone?: string | null;
  /** Of money: the currency that is meant; the one with the largest amount unless told. */
  readonly currency?: string | null;
  /** Whose periods the range is compared by. */
  readonly calendar?: PeriodCalendar | null;
  /** In which dimensions drivers are looked for; all that the metric has unless told. */
  readonly dimensions?: readonly Dimension[] | null;
  /** false leaves the drivers out, which cost two questions a dimension; told unless said otherwise. */
  readonly withDrivers?: boolean;
}

/** MetricWhy is everything that is known about one number. */
export interface MetricWhy {
  readonly metric: MetricDefinition;
  /** Changes when the formula does. */
  readonly definitionVersion: string;
  readonly filterWords: readonly string[];
  readonly from: Date;
  readonly to: Date;
  readonly asOf: Date;
  readonly timeZone: string;
  readonly previousFrom: Date;
  readonly previousTo: Date;
  readonly value: AnsweredValue | null;
  readonly previous: AnsweredValue | null;
  readonly coverage: number | null;
  /** Seconds since the newest event of the feeds in question, null where that cannot be asked. */
  readonly freshnessSeconds: number | null;
  readonly sql: string | null;
  /** What the drivers explain: the metric itself, or of a percentile the share of values above the earlier percentile. */
  readonly explained: string;
  readonly drivers: readonly DimensionDrivers[];
}

/** WhyOutcome is an explanation, or why there is none. */
export type WhyOutcome =
  | { readonly isAnswered: true; readonly why: MetricWhy }
  | { readonly isAnswered: false; readonly refusal: MetricRefusal };

interface Range {
  readonly from: Date;
  readonly to: Date;
}

interface Asked {
  readonly scope: Scope;
  readonly query: MetricQuery;
  readonly metric: MetricDefinition;
  readonly filter: ReachFilter;
  readonly earlier: Range;
  /** Dimensions to look at; null = all. */
  readonly wanted: readonly Dimension[] | null;
}

/** MetricWhyService explains numbers: what they mean, what they rest on, and what moved them. */
export class MetricWhyService {
  constructor(private readonly parts: { metrics: MetricsService; now: () => Date }) {}

  /** explain returns what is behind a total, all of it within the scope. Rejects with a `ClickHouseFailure`. */
  async explain(scope: Scope, request: WhyRequest): Promise<WhyOutcome> {
    const { from, to } = request;
    const check = await this.parts.metrics.check(scope, readQuestion(request), { now: this.parts.now() });
    if (!check.isAccepted) return { isAnswered: false, refusal: check.refusal };
    const { query } = check;
    const [metric] = query.metrics;
    if (metric === undefined) throw new Error("A checked question has a metric.");
    const refusal = checkOneValue(metric, query.filter);
    if (refusal !== undefined) return { isAnswered: false, refusal };
    const asked: Asked = { ...{ scope, query, metric, filter: query.filter }, ...readComparison(request, query) };
    const [now, before, freshness] = await Promise.all([
      this.ask(asked, { from, to }, { metric, coverage: true, compareTo: request.compareTo ?? "PREVIOUS_PERIOD" }),
      this.ask(asked, asked.earlier, { metric }),
      this.ask(asked, { from, to }, { metric: "feed_freshness" }),
    ]);
    const currency = request.currency ?? chooseCurrency(now?.groups ?? []);
    const value = pickValue(now, currency);
    const previous = keepMeasured(pickValue(before, currency), value);
    const explained = buildExceedance(metric, previous?.value ?? null);
    return {
      isAnswered: true,
      why: {
        metric,
        definitionVersion: buildDefinitionVersion(metric),
        filterWords: describeFilter(query.filter),
        ...{ from, to, asOf: query.asOf, timeZone: query.timeZone },
        ...{ previousFrom: asked.earlier.from, previousTo: asked.earlier.to },
        ...{ value, previous, coverage: now?.coverage ?? null },
        freshnessSeconds: freshness?.groups[0]?.values[0]?.value ?? null,
        sql: now?.sql ?? null,
        explained: explained?.meaning ?? metric.meaning,
        drivers:
          previous?.nullReason === "INSUFFICIENT_COVERAGE"
            ? []
            : await this.findWantedDrivers(request, explained, { asked, currency }),
      },
    };
  }

  private async findWantedDrivers(
    { withDrivers }: WhyRequest,
    explained: MetricDefinition | undefined,
    { asked, currency }: { asked: Asked; currency: string | null },
  ): Promise<DimensionDrivers[]> {
    return explained === undefined || withDrivers === false ? [] : this.findAllDrivers(asked, explained, currency);
  }

  private async findAllDrivers(asked: Asked, metric: MetricDefinition, currency: string | null) {
    const { query, earlier, filter, wanted } = asked;
    const read = async (range: Range, groupBy: readonly Dimension[]) =>
      (await this.ask(asked, range, { metric, groupBy }))?.groups ?? [];
    const [current, previous] = await Promise.all([read(query, []), read(earlier, [])]);
    const found = await Promise.all(
      chooseDriverDimensions(metric, filter)
        .filter((dimension) => wanted?.includes(dimension) ?? true)
        .map(async (dimension) => {
          const [now, before] = await Promise.all([read(query, [dimension]), read(earlier, [dimension])]);
          const groups = { current: now, previous: before };
          return findDrivers(metric, { current, previous }, { dimension, groups, split: currency });
        }),
    );
    return found
      .filter((drivers): drivers is DimensionDrivers => drivers !== undefined && drivers.drivers.length > 0)
      .sort(bySharpness);
  }

  /** ask returns undefined where the question is not offered: not every metric can be filtered and grouped alike. */
  private async ask(
    { scope, filter, query }: Asked,
    { from, to }: Range,
    wanted: {
      metric: MetricDefinition | string;
      groupBy?: readonly Dimension[];
      coverage?: boolean;
      compareTo?: Comparison;
    },
  ): Promise<MetricAnswer | undefined> {
    const { metric, groupBy = [], coverage = false, compareTo } = wanted;
    const calendar = query.retailCalendar === undefined ? null : "RETAIL";
    const compared = compareTo === undefined ? {} : ({ compareTo, calendar } as const);
    const isDefinition = typeof metric !== "string";
    const outcome = await this.parts.metrics.ask(
      scope,
      {
        metrics: [isDefinition ? metric.id : metric],
        from,
        to,
        filter,
        groupBy,
        timeZone: query.timeZone,
        ...compared,
      },
      { coverage, ...(isDefinition ? { definitions: [metric] } : {}) },
    );
    return outcome.isAnswered ? outcome.answer : undefined;
  }
}

function readQuestion({ metric, from, to, filter, timeZone, calendar }: WhyRequest): MetricQuestion {
  return {
    ...{ metrics: [metric], from, to, filter: filter ?? null },
    ...{ timeZone: timeZone ?? null, calendar: calendar ?? null },
  };
}

/** What is still running is compared with as much of the earlier period. */
function readComparison({ compareTo, dimensions }: WhyRequest, query: MetricQuery): Pick<Asked, "earlier" | "wanted"> {
  const range = buildComparisonRange(compareTo ?? "PREVIOUS_PERIOD", query, query.timeZone, query.retailCalendar);
  return { earlier: { from: range.from, to: range.asOf }, wanted: dimensions ?? null };
}

/** One value is explained: values of several measures or steps have no total. */
function checkOneValue(metric: MetricDefinition, filter: ReachFilter): MetricRefusal | undefined {
  const [split] = chooseSplits(metric, { ...filter, dimensions: ["CURRENCY"] });
  if (split === undefined) return undefined;
  const word = split.toLowerCase();
  return refuse(
    "part_not_named",
    `filter.${word}s`,
    `${metric.id} has a value for each ${word}, and none for all.`,
    `Name one ${word} in filter.${word}s.`,
  );
}

/** The dimension whose first group explains most comes first. */
function bySharpness(left: DimensionDrivers, right: DimensionDrivers): number {
  const sharpness = ({ drivers }: DimensionDrivers) => Math.abs(drivers[0]?.contribution ?? 0);
  const isAlone = (one: DimensionDrivers) => (one.groups === 1 ? 1 : 0);
  return isAlone(left) - isAlone(right) || sharpness(right) - sharpness(left);
}

function chooseCurrency(groups: readonly AnsweredGroup[]): string | null {
  const values = groups.flatMap((group) => group.values).filter((value) => value.currency !== null);
  values.sort((left, right) => Math.abs(right.value ?? 0) - Math.abs(left.value ?? 0));
  return values[0]?.currency ?? null;
}

/** An earlier value of a time that was hardly measured is none. */
function keepMeasured(previous: AnsweredValue | null, value: AnsweredValue | null): AnsweredValue | null {
  if (previous === null || value?.previousNullReason !== "INSUFFICIENT_COVERAGE") return previous;
  const bounds = { intervalLow: null, intervalHigh: null };
  return { ...previous, ...bounds, value: null, nullReason: "INSUFFICIENT_COVERAGE" };
}

function pickValue(answer: MetricAnswer | undefined, currency: string | null): AnsweredValue | null {
  const values = answer?.groups.flatMap((group) => group.values) ?? [];
  return values.find((value) => value.currency === currency) ?? null;
}
