import { aggregateVector, countValues } from "./aggregate-vector.js";
import { callFunction } from "./call-function.js";
import { combineVectors } from "./combine-vectors.js";
import type { AggregateQuery, Query, RangeQuery, Selector, Subquery, TimeShift } from "./query.js";
import { mapValue, toVector, type QueryInstant, type QueryValue, type RangeElement } from "./query-value.js";

/** evaluateQuery stands for the engine of numbers when a scenario is replayed: the same question, asked of the samples in the file. */
export function evaluateQuery(query: Query, instant: QueryInstant): QueryValue {
  switch (query.kind) {
    case "number":
      return query.value;
    case "selector":
      return select(query, instant).map(({ labels, value }) => ({ labels, value }));
    case "negate":
      return mapValue(evaluateQuery(query.argument, instant), (value) => -value);
    case "aggregate":
      return aggregate(query, instant);
    case "binary":
      return combineVectors(query, evaluateQuery(query.left, instant), evaluateQuery(query.right, instant));
    case "call":
      return callFunction(query, instant, { evaluate: evaluateQuery, readRange, select });
    case "text":
      throw new Error(`The text "${query.text}" is no value.`);
    case "range":
    case "subquery":
      throw new Error("A range needs a function such as avg_over_time.");
  }
}

function select(selector: Selector, instant: QueryInstant) {
  const at = shiftInstant(selector, instant);
  return instant.store.find(selector.matchers).flatMap((series) => {
    const sample = series.find(at, instant.lookback, instant.queryAt);
    return sample === undefined ? [] : [{ labels: series.named, value: sample.value, stamp: sample.at }];
  });
}

/** The instant that a part of a query looks at. */
function shiftInstant({ offset, at }: TimeShift, instant: QueryInstant): number {
  return (at === null ? instant.at : at === "query" ? instant.queryAt : at) - offset;
}

function aggregate(query: AggregateQuery, instant: QueryInstant): QueryValue {
  const elements = toVector(evaluateQuery(query.argument, instant));
  if (query.op === "count_values") {
    if (query.parameter?.kind !== "text") throw new Error("count_values needs the name of a label in quotes.");
    return countValues(query, elements, query.parameter.text);
  }
  const parameter = query.parameter === null ? 0 : evaluateQuery(query.parameter, instant);
  if (typeof parameter !== "number") throw new Error(`The first argument of ${query.op} is a number.`);
  return aggregateVector(query, elements, parameter);
}

/** The samples of a range, and the range itself; closed at both ends, as in the Prometheus that computed the scenarios. */
function readRange(query: RangeQuery | Subquery, instant: QueryInstant) {
  const to = shiftInstant(query.kind === "range" ? query.selector : query, instant);
  const from = to - query.range;
  if (query.kind === "subquery") return { from, to, elements: repeatQuery(query, instant, { from, to }) };
  const elements = instant.store.find(query.selector.matchers).flatMap((series): RangeElement[] => {
    const run = series.list(from - 1, Math.min(to, instant.queryAt));
    return run.values.length === 0 ? [] : [{ labels: series.named, ...run }];
  });
  return { from, to, elements };
}

/** A subquery is asked at every multiple of its step within the range. */
function repeatQuery(
  query: Subquery,
  instant: QueryInstant,
  { from, to }: { from: number; to: number },
): RangeElement[] {
  const step = query.step ?? instant.step;
  const found = new Map<string, { labels: RangeElement["labels"]; stamps: number[]; values: number[] }>();
  for (let at = Math.ceil(from / step) * step; at <= to; at += step)
    for (const { labels, value } of toVector(evaluateQuery(query.argument, { ...instant, at }))) {
      const key = JSON.stringify(Object.entries(labels).sort());
      const element = found.get(key) ?? { labels, stamps: [], values: [] };
      element.stamps.push(at);
      element.values.push(value);
      found.set(key, element);
    }
  return [...found.values()].map(({ labels, stamps, values }) => ({
    labels,
    stamps: Float64Array.from(stamps),
    values: Float64Array.from(values),
  }));
}
