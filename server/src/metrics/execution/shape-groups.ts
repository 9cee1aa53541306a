import type { TenantRegistry } from "../../registry/tenant-registry.js";
import { readTerms } from "../metric-catalog.js";
import type { MetricDefinition, Term } from "../metric-definition.js";
import type { MetricQuery } from "../query/metric-query.js";
import type { CoverageTable } from "./build-coverage.js";
import { computeFigure, EMPTY_FIGURE } from "./compute-figure.js";
import type { FigureGroup, FigureTable, KeyedId } from "./figure-table.js";
import type { AnsweredGroup, AnsweredPoint, AnsweredValue, KeyPart } from "./metric-answer.js";
import type { Plan } from "./plan-metrics.js";

/** Answered is the joined rows of one range, and the plans that say where each term is. */
export interface Answered {
  readonly table: FigureTable;
  readonly plans: readonly Plan[];
}

interface Shape {
  readonly query: MetricQuery;
  readonly current: Answered;
  readonly earlier: Answered | undefined;
  readonly coverage: CoverageTable | undefined;
  readonly registry: TenantRegistry;
}

/** shapeGroups computes every value and series, orders the groups and keeps as many as asked for. */
export function shapeGroups(shape: Shape): { groups: AnsweredGroup[]; groupCount: number } {
  const { query, current } = shape;
  if (query.dimensions.length + query.attributes.length === 0) openTotals(query, current.table);
  const totals = [...current.table.groups.values()].map((group) => ({ group, order: readOrder(shape, group) }));
  totals.sort(
    (a, b) => compareOrder(a.order, b.order, query.orderBy?.direction) || compareKeys(a.group.key, b.group.key),
  );
  const groups = totals.slice(0, query.limit).map(({ group }) => shapeGroup(shape, group));
  return { groups, groupCount: totals.length };
}

/** An ungrouped question always has an answer, also when nothing happened; split metrics have their groups where there are any. */
function openTotals(query: MetricQuery, table: FigureTable): void {
  const plain = query.metrics.filter((metric) => (metric.splitBy ?? []).length === 0);
  const answered = new Set([...table.groups.values()].flatMap((group) => [...group.metrics]));
  const shown = [...plain, ...query.metrics.filter((metric) => !answered.has(metric.id))];
  if (shown.length === 0) return;
  const group = table.open([]);
  for (const metric of shown) group.metrics.add(metric.id);
}

function readOrder(shape: Shape, group: FigureGroup): number | null {
  const id = shape.query.orderBy?.metric;
  const metric = shape.query.metrics.find((candidate) => candidate.id === id);
  return metric === undefined || !group.metrics.has(metric.id)
    ? null
    : computeFigure(metric, (term) => readTerm(shape.current, group, metric, term)).value;
}

function compareOrder(a: number | null, b: number | null, direction: "ASCENDING" | "DESCENDING" | undefined): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return direction === "ASCENDING" ? a - b : b - a;
}

function compareKeys(a: readonly KeyedId[], b: readonly KeyedId[]): number {
  const [left, right] = [a, b].map((key) => key.map((part) => part.id).join("\0"));
  return (left ?? "") < (right ?? "") ? -1 : 1;
}

function findAlias(answered: Answered, metric: MetricDefinition, term: Term): string | undefined {
  return answered.plans.find((plan) => plan.metrics.includes(metric.id) && plan.columnOf.has(term))?.columnOf.get(term);
}

function readTerm(
  answered: Answered,
  group: FigureGroup | undefined,
  metric: MetricDefinition,
  term: Term,
  bucket?: number,
): number | null | undefined {
  const alias = findAlias(answered, metric, term);
  const figures = alias === undefined ? undefined : group?.figures.get(alias);
  return bucket === undefined ? figures?.total : figures?.buckets.get(bucket);
}

function shapeGroup(shape: Shape, group: FigureGroup): AnsweredGroup {
  // A group in which one metric has rows is a group of all: a workflow that finished runs has 0 open ones, not none.
  const isPlain = group.key.length === shape.query.dimensions.length + shape.query.attributes.length;
  const metrics = shape.query.metrics.filter(
    (metric) => group.metrics.has(metric.id) || (isPlain && (metric.splitBy ?? []).length === 0),
  );
  return {
    key: group.key.map((part) => shapeKey(shape.registry, group.key, part)),
    values: metrics.map((metric) => shapeValue(shape, group, metric)),
  };
}

function shapeValue(shape: Shape, group: FigureGroup, metric: MetricDefinition): AnsweredValue {
  const { query, current, earlier, coverage } = shape;
  const figure = computeFigure(metric, (term) => readTerm(current, group, metric, term));
  const earlierGroup = earlier?.table.groups.get(JSON.stringify(group.key.map((part) => [part.dimension, part.id])));
  const isSplit = (metric.splitBy ?? []).includes("CURRENCY");
  return {
    ...figure,
    metric: metric.id,
    unit: metric.unit === "measure" ? group.unit || "measure" : metric.unit,
    currency: isSplit ? (group.key.find((part) => part.dimension === "CURRENCY")?.id ?? null) : null,
    coverage: coverage?.find(group.key) ?? null,
    previous:
      earlier === undefined
        ? null
        : computeFigure(metric, (term) => readTerm(earlier, earlierGroup, metric, term)).value,
    learning: null,
    series: query.edges === undefined ? null : shapeSeries(shape, group, metric),
  };
}

function shapeSeries(
  { query, current, coverage }: Shape,
  group: FigureGroup,
  metric: MetricDefinition,
): AnsweredPoint[] {
  const starts = query.edges?.slice(0, -1) ?? [];
  const aliases = new Map(readTerms(metric).map((term) => [term, findAlias(current, metric, term)]));
  return starts.map((start) => {
    const read = (term: Term) => group.figures.get(aliases.get(term) ?? "")?.buckets.get(start);
    const figure = start >= query.asOf.getTime() ? EMPTY_FIGURE : computeFigure(metric, read);
    return {
      ...figure,
      at: new Date(start),
      coverage: coverage?.find(group.key, start) ?? null,
      expectedLow: null,
      expectedHigh: null,
      anomalous: null,
      expectedNullReason: null,
    };
  });
}

const LISTS: Partial<
  Record<string, (registry: TenantRegistry) => readonly { id: string; title: string; client?: string }[]>
> = {
  CLIENT: (registry) => registry.clients,
  REGION: (registry) => registry.regions,
  STORE: (registry) => registry.stores,
  CHANNEL: (registry) => registry.channels,
  PARTNER: (registry) => registry.partners,
  WORKFLOW: (registry) => registry.workflows,
};

function shapeKey(registry: TenantRegistry, key: readonly KeyedId[], { dimension, id }: KeyedId): KeyPart {
  if (id === "") return { dimension, id: null, title: null };
  const client = key.find((part) => part.dimension === "CLIENT")?.id;
  const entries = LISTS[dimension]?.(registry) ?? [];
  const found = entries.find(
    (entry) => entry.id === id && (client === undefined || entry.client === undefined || entry.client === client),
  );
  return { dimension, id, title: found?.title ?? id };
}
