import { aggregateWindow, type WindowAggregate, type WindowValues } from "../../condition/aggregate-window.js";
import type { Labels } from "../../instance/fingerprint-labels.js";
import { findSample, listSamples, type SampleSeries } from "../sample-series.js";
import { combineVectors } from "./combine-vectors.js";
import { matchLabels } from "./match-labels.js";
import type { Query, Selector } from "./query.js";

/** VectorElement is one labelled value. */
export interface VectorElement {
  readonly labels: Labels;
  readonly value: number;
}

/** QueryValue is a number, or labelled values. */
export type QueryValue = number | readonly VectorElement[];

/** QueryInstant is the data and the instant, in seconds, at which a query is evaluated; `lookback` 0 lets a sample hold until the next. */
export interface QueryInstant {
  readonly series: readonly SampleSeries[];
  readonly t: number;
  readonly lookback: number;
}

/** How far a range reaches beyond its start: ranges are closed, as in the Prometheus that computed the scenarios. */
const CLOSED = 1e-6;

/** evaluateQuery stands for the engine of numbers when a scenario is replayed: the same question, asked of the samples in the file. */
export function evaluateQuery(query: Query, instant: QueryInstant): QueryValue {
  switch (query.kind) {
    case "number":
      return query.value;
    case "selector":
      return select(query, instant);
    case "negate":
      return mapValue(evaluateQuery(query.argument, instant), (value) => -value);
    case "aggregate":
      return aggregate(query, toVector(evaluateQuery(query.argument, instant)));
    case "binary":
      return combineVectors(query, evaluateQuery(query.left, instant), evaluateQuery(query.right, instant));
    case "call":
      return call(query, instant);
  }
}

function select(selector: Selector, { series, t, lookback }: QueryInstant): VectorElement[] {
  if (selector.range !== null) throw new Error(`A range of ${selector.name} needs a function such as avg_over_time.`);
  return series
    .filter((one) => matchLabels(selector, one))
    .flatMap((one) => {
      const value = findSample(one, t - selector.offset, lookback);
      return value === undefined ? [] : [{ labels: { __name__: one.name, ...one.labels }, value }];
    });
}

const OVER_TIME: Readonly<Record<string, WindowAggregate>> = {
  avg_over_time: "avg",
  sum_over_time: "sum",
  min_over_time: "min",
  max_over_time: "max",
  count_over_time: "count",
  last_over_time: "last",
  stddev_over_time: "stddev",
  quantile_over_time: "quantile",
  present_over_time: "count",
  absent_over_time: "count",
};

const PLAIN: Readonly<Record<string, (value: number) => number>> = {
  abs: Math.abs,
  ceil: Math.ceil,
  floor: Math.floor,
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: Math.log,
  sgn: Math.sign,
};

function call({ name, args }: Extract<Query, { kind: "call" }>, instant: QueryInstant): QueryValue {
  const argument = args.at(-1);
  if (name === "time") return instant.t;
  if (argument === undefined) throw new Error(`${name}() is asked of nothing.`);
  const over = OVER_TIME[name];
  if (over !== undefined && argument.kind === "selector") {
    const quantile = args.length > 1 && args[0]?.kind === "number" ? args[0].value : undefined;
    const found = overTime(argument, instant, (values) => aggregateWindow(values, over, quantile));
    if (name === "absent_over_time") return found.length > 0 ? [] : [{ labels: listKnownLabels(argument), value: 1 }];
    return name === "present_over_time" ? found.map(({ labels }) => ({ labels, value: 1 })) : found;
  }
  const value = evaluateQuery(args[0] ?? argument, instant);
  const plain = PLAIN[name];
  if (plain !== undefined) return mapValue(value, plain);
  return callOnVector(name, { value, argument, limit: args[1] });
}

function callOnVector(
  name: string,
  { value, argument, limit }: { value: QueryValue; argument: Query; limit: Query | undefined },
): QueryValue {
  if (name === "absent") {
    if (toVector(value).length > 0) return [];
    return [{ labels: argument.kind === "selector" ? listKnownLabels(argument) : {}, value: 1 }];
  }
  if (name === "vector") return toVector(value);
  if (name === "scalar") {
    const elements = toVector(value);
    return elements.length === 1 ? (elements[0]?.value ?? Number.NaN) : Number.NaN;
  }
  if (limit?.kind === "number") {
    const bound = limit.value;
    if (name === "clamp_min") return mapValue(value, (one) => Math.max(one, bound));
    if (name === "clamp_max") return mapValue(value, (one) => Math.min(one, bound));
  }
  throw new Error(`The function ${name}() is not understood.`);
}

function overTime(
  selector: Selector,
  { series, t }: QueryInstant,
  summarise: (values: WindowValues) => number | undefined,
): VectorElement[] {
  const upTo = t - selector.offset;
  return series
    .filter((one) => matchLabels(selector, one))
    .flatMap((one) => {
      const value = summarise(listSamples(one, upTo - (selector.range ?? 0) - CLOSED, upTo));
      return value === undefined ? [] : [{ labels: one.labels, value }];
    });
}

/** What a selector says for sure about the labels of what it would find. */
function listKnownLabels({ matchers }: Selector): Labels {
  return Object.fromEntries(matchers.filter(({ op }) => op === "=").map(({ label, value }) => [label, value]));
}

function aggregate(
  { op, isWithout, labels }: Extract<Query, { kind: "aggregate" }>,
  elements: readonly VectorElement[],
): VectorElement[] {
  const groups = new Map<string, { labels: Labels; values: number[] }>();
  for (const element of elements) {
    const { __name__: _, ...named } = element.labels;
    const kept = Object.entries(named).filter(([name]) => labels.includes(name) !== isWithout);
    const key = JSON.stringify(kept.sort());
    const group = groups.get(key) ?? { labels: Object.fromEntries(kept), values: [] };
    group.values.push(element.value);
    groups.set(key, group);
  }
  // NOTE: the grammar's aggregations are named like those of windows; an unknown one is refused below.
  const how = op as WindowAggregate;
  if (!["avg", "sum", "min", "max", "count", "stddev"].includes(op))
    throw new Error(`The aggregation ${op} is not understood.`);
  return [...groups.values()].map((group) => ({
    labels: group.labels,
    value: aggregateWindow(group.values, how) ?? Number.NaN,
  }));
}

function mapValue(value: QueryValue, change: (value: number) => number): QueryValue {
  if (typeof value === "number") return change(value);
  return value.map(({ labels: { __name__: _, ...labels }, value: one }) => ({ labels, value: change(one) }));
}

function toVector(value: QueryValue): readonly VectorElement[] {
  return typeof value === "number" ? [{ labels: {}, value }] : value;
}
