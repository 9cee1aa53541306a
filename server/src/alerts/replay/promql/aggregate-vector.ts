import type { Labels } from "../../instance/fingerprint-labels.js";
import { aggregateWindow } from "../../condition/aggregate-window.js";
import { orderValues } from "./order-values.js";
import type { AggregateQuery } from "./query.js";
import { dropName, type VectorElement } from "./query-value.js";
import { renderPlainNumber } from "./render-number.js";

interface Group {
  readonly labels: Labels;
  readonly elements: VectorElement[];
}

/** aggregateVector makes one element of each group of labels; topk and bottomk choose elements, count_values makes one of each value. */
export function aggregateVector(
  query: AggregateQuery,
  elements: readonly VectorElement[],
  parameter: number | string,
): VectorElement[] {
  const groups = [...groupElements(query, elements).values()];
  if (query.op === "topk" || query.op === "bottomk") {
    const isTop = query.op === "topk";
    return groups.flatMap((group) => chooseBest(group.elements, Math.trunc(Number(parameter)), isTop));
  }
  const summarise = SUMMARIES[query.op];
  if (summarise === undefined) throw new Error(`The aggregation ${query.op} is not understood.`);
  return groups.map(({ labels, elements: members }) => ({
    labels,
    value: summarise(
      Float64Array.from(members, ({ value }) => value),
      Number(parameter),
    ),
  }));
}

/** countValues makes one element of each value in a group; the value becomes the label. */
export function countValues(query: AggregateQuery, elements: readonly VectorElement[], label: string): VectorElement[] {
  const named = elements.map(({ labels, value }) => ({
    labels: { ...labels, [label]: renderPlainNumber(value) },
    value,
  }));
  const by = query.isWithout ? query.labels.filter((one) => one !== label) : [...query.labels, label];
  return aggregateVector({ ...query, op: "count", labels: by }, named, 0);
}

function groupElements({ isWithout, labels }: AggregateQuery, elements: readonly VectorElement[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const element of elements) {
    const named = isWithout ? dropName(element.labels) : element.labels;
    const kept = Object.entries(named).filter(([name]) => labels.includes(name) !== isWithout);
    const key = JSON.stringify(kept.sort());
    const group = groups.get(key) ?? { labels: Object.fromEntries(kept), elements: [] };
    group.elements.push(element);
    groups.set(key, group);
  }
  return groups;
}

const SUMMARIES: Readonly<Record<string, (values: Float64Array, parameter: number) => number>> = {
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  avg: average,
  min: (values) => aggregateWindow(values, "min") ?? Number.NaN,
  max: (values) => aggregateWindow(values, "max") ?? Number.NaN,
  count: (values) => values.length,
  group: () => 1,
  stddev: (values) => Math.sqrt(measureVariance(values)),
  stdvar: measureVariance,
  quantile: (values, parameter) => aggregateWindow(values, "quantile", parameter) ?? Number.NaN,
};

/** The mean runs, without compensation: so does that of Prometheus across series. */
function average(values: Float64Array): number {
  let mean = values[0] ?? Number.NaN;
  for (let at = 1; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN;
    const isStuck = Math.abs(mean) === Infinity && (Number.isFinite(value) || value === mean);
    if (!isStuck) mean += value / (at + 1) - mean / (at + 1);
  }
  return mean;
}

/** One value does not vary, not even an infinite one. */
function measureVariance(values: Float64Array): number {
  let [mean, squares] = [values[0] ?? Number.NaN, 0];
  for (let at = 1; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN;
    const delta = value - mean;
    mean += delta / (at + 1);
    squares += delta * (value - mean);
  }
  return squares / values.length;
}

/** NaN is chosen last. */
function chooseBest(elements: readonly VectorElement[], count: number, isTop: boolean): VectorElement[] {
  if (!(count >= 1)) return [];
  const order = (left: VectorElement, right: VectorElement): number => {
    if (Number.isNaN(left.value) || Number.isNaN(right.value)) return orderValues(right.value, left.value);
    return isTop ? orderValues(right.value, left.value) : orderValues(left.value, right.value);
  };
  return [...elements].sort(order).slice(0, count);
}
