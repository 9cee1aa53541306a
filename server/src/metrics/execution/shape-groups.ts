import { isAdditive } from "../ranking/is-additive.js";
import type { TenantRegistry } from "../../registry/tenant-registry.js";
import type { MetricDefinition } from "../metric-definition.js";
import type { MetricQuery } from "../query/metric-query.js";
import type { CoverageTable } from "./build-coverage.js";
import { buildOthers } from "./build-others.js";
import { checkComparison } from "./check-comparison.js";
import { checkCoverage } from "./check-coverage.js";
import { computeFigure, EMPTY_FIGURE } from "./compute-figure.js";
import type { FigureGroup, FigureTable } from "./figure-table.js";
import type { AnsweredGroup, AnsweredPoint, AnsweredValue, Figure } from "./metric-answer.js";
import { orderGroups } from "./order-groups.js";
import { readTerm } from "./read-term.js";
import type { AnsweredQuestion } from "./run-question.js";
import { shapeKey } from "./shape-key.js";

interface Shape {
  readonly query: MetricQuery;
  readonly current: AnsweredQuestion;
  readonly earlier: AnsweredQuestion | undefined;
  readonly coverage: CoverageTable | undefined;
  /** Of the range compared with. */
  readonly earlierCoverage: CoverageTable | undefined;
  /** The share of a client ('' = no single one) below which promises are not judged. */
  readonly findFloor: (client: string) => number;
  readonly registry: TenantRegistry;
  /** Titles of policies by id. */
  readonly policies: ReadonlyMap<string, string>;
}

/** ShapedGroups is the groups asked for, how many there are, and what is not among them, put together. */
export interface ShapedGroups {
  readonly groups: AnsweredGroup[];
  readonly groupCount: number;
  readonly others: AnsweredGroup[];
}

/** shapeGroups computes every value and series, orders the groups and keeps as many as asked for. */
export function shapeGroups(shape: Shape): ShapedGroups {
  const { query, current } = shape;
  if (countKeys(query) === 0) openTotals(query, current.table);
  const ordered = orderGroups(query, [...current.table.groups.values()], (group, id) => {
    const metric = query.metrics.find((candidate) => candidate.id === id);
    return metric === undefined || !listMetrics(shape, group).includes(metric)
      ? null
      : judgeValue(shape, group, metric);
  });
  const shown = ordered.slice(0, query.limit);
  return {
    groups: shown.map(({ group, rank, isBelowSample }) => ({ ...shapeGroup(shape, group), rank, isBelowSample })),
    groupCount: ordered.length,
    others: query.withOthers ? shapeOthers(shape, new Set(shown.map(({ group }) => renderKey(group)))) : [],
  };
}

const countKeys = ({ dimensions, attributes }: MetricQuery) => dimensions.length + attributes.length;
const renderKey = ({ key }: Pick<FigureGroup, "key">) => JSON.stringify(key.map((part) => [part.dimension, part.id]));

/** An ungrouped question always has an answer, also when nothing happened; split metrics have their groups where there are any. */
function openTotals(query: MetricQuery, table: FigureTable): void {
  const plain = query.metrics.filter((metric) => (metric.splitBy ?? []).length === 0);
  const answered = new Set([...table.groups.values()].flatMap((group) => [...group.metrics]));
  const shown = [...plain, ...query.metrics.filter((metric) => !answered.has(metric.id))];
  if (shown.length === 0) return;
  const group = table.open([]);
  for (const metric of shown) group.metrics.add(metric.id);
}

/** A group in which one metric has rows is a group of all: a workflow that finished runs has 0 open ones, not none. */
function listMetrics({ query }: Shape, group: FigureGroup): readonly MetricDefinition[] {
  const isPlain = group.key.length === countKeys(query);
  return query.metrics.filter(
    (metric) => group.metrics.has(metric.id) || (isPlain && (metric.splitBy ?? []).length === 0),
  );
}

/** computeValue computes a metric of a group: from its terms, or it was derived from other metrics already. */
function computeValue(
  answered: AnsweredQuestion,
  group: FigureGroup | undefined,
  metric: MetricDefinition,
  bucket?: number,
): Figure {
  if (metric.formula.form === "derived")
    return (group && answered.derived.find(metric.id, group.key, bucket)) ?? EMPTY_FIGURE;
  return computeFigure(metric, (term) => readTerm(answered, group, metric, term, bucket));
}

function shapeGroup(shape: Shape, group: FigureGroup): Pick<AnsweredGroup, "key" | "values"> {
  const earlierGroup = shape.earlier?.table.groups.get(renderKey(group));
  return {
    key: group.key.map((part) => shapeKey(shape, group.key, part)),
    values: listMetrics(shape, group).map((metric) => shapeValue(shape, { group, earlierGroup }, metric)),
  };
}

/** judgeValue is `computeValue` of the range asked for, where enough of it was measured. */
function judgeValue(shape: Shape, group: FigureGroup, metric: MetricDefinition, bucket?: number): Figure {
  const share = shape.coverage?.findCertain(group.key, bucket) ?? null;
  return checkCoverage(computeValue(shape.current, group, metric, bucket), metric, {
    share,
    floor: findFloor(shape, group),
  });
}

function findFloor({ query, findFloor }: Shape, { key }: FigureGroup): number {
  const clients = query.filter.clients ?? [];
  return findFloor(
    key.find((part) => part.dimension === "CLIENT")?.id ?? (clients.length === 1 ? (clients[0] ?? "") : ""),
  );
}

function computeEarlier(
  shape: Shape,
  { group, earlierGroup }: ShapedPair,
  metric: MetricDefinition,
): Figure | undefined {
  if (shape.earlier === undefined) return undefined;
  const figure = computeValue(shape.earlier, earlierGroup ?? openEmpty(group), metric);
  const measured = { now: shape.coverage, earlier: shape.earlierCoverage, floor: findFloor(shape, group) };
  return checkComparison(figure, metric, { ...measured, key: group.key });
}

interface ShapedPair {
  readonly group: FigureGroup;
  readonly earlierGroup: FigureGroup | undefined;
}

function shapeValue(shape: Shape, pair: ShapedPair, metric: MetricDefinition): AnsweredValue {
  const { query, coverage } = shape;
  const { group } = pair;
  const figure = judgeValue(shape, group, metric);
  const earlier = computeEarlier(shape, pair, metric);
  const isSplit = (metric.splitBy ?? []).includes("CURRENCY");
  return {
    ...{ intervalLow: null, intervalHigh: null, parts: null, ...figure },
    metric: metric.id,
    unit: metric.unit === "measure" ? group.unit || "measure" : metric.unit,
    currency: isSplit
      ? (group.key.find((part) => part.dimension === "CURRENCY")?.id ?? null)
      : (figure.currency ?? null),
    coverage: coverage?.find(group.key) ?? null,
    previous: earlier?.value ?? null,
    previousNullReason: earlier?.nullReason ?? null,
    learning: null,
    series: query.edges === undefined ? null : shapeSeries(shape, group, metric),
  };
}

const openEmpty = ({ key }: FigureGroup): FigureGroup => ({ key, metrics: new Set(), figures: new Map(), unit: "" });

function shapeSeries(shape: Shape, group: FigureGroup, metric: MetricDefinition): AnsweredPoint[] {
  const { query, coverage } = shape;
  const starts = query.edges?.slice(0, -1) ?? [];
  return starts.map((start) => {
    const hasBegun = start < query.asOf.getTime();
    const { value, numerator, denominator, nullReason } = hasBegun
      ? judgeValue(shape, group, metric, start)
      : EMPTY_FIGURE;
    return {
      ...{ value, numerator, denominator, nullReason },
      at: new Date(start),
      coverage: coverage?.find(group.key, start) ?? null,
      expectedLow: null,
      expectedHigh: null,
      anomalous: null,
      expectedNullReason: null,
    };
  });
}

/** Groups that are not shown, put together; a metric whose values cannot be is null and says so. */
function shapeOthers(shape: Shape, shown: ReadonlySet<string>): AnsweredGroup[] {
  const gather = (table: FigureTable) =>
    buildOthers(
      [...table.groups.values()].filter((group) => !shown.has(renderKey(group))),
      countKeys(shape.query),
    );
  const earlier = shape.earlier === undefined ? [] : gather(shape.earlier.table);
  // How much of them together was measured is not known.
  const unmeasured = { ...shape, coverage: undefined, earlierCoverage: undefined };
  return gather(shape.current.table).map((group) => {
    const earlierGroup = earlier.find((candidate) => renderKey(candidate) === renderKey(group));
    const isPlain = group.key.length === 0;
    const metrics = shape.query.metrics.filter(
      (metric) => group.metrics.has(metric.id) || (isPlain && (metric.splitBy ?? []).length === 0),
    );
    return {
      key: group.key.map((part) => shapeKey(shape, group.key, part)),
      rank: null,
      isBelowSample: false,
      values: metrics.map((metric) => shapeOther(shapeValue(unmeasured, { group, earlierGroup }, metric), metric)),
    };
  });
}

/** What other groups were measured is no sum either. */
function shapeOther(value: AnsweredValue, metric: MetricDefinition): AnsweredValue {
  if (isAdditive(metric)) return { ...value, coverage: null };
  const nothing = { value: null, numerator: null, denominator: null, nullReason: "NOT_ADDITIVE" as const };
  const bounds = {
    intervalLow: null,
    intervalHigh: null,
    parts: null,
    coverage: null,
    previous: null,
    previousNullReason: null,
  };
  return { ...value, ...nothing, ...bounds, series: value.series?.map((point) => ({ ...point, ...nothing })) ?? null };
}
