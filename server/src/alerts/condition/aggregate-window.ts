import { CompensatedSum } from "./compensated-sum.js";
import { selectRanks } from "./select-ranks.js";

/** WindowAggregate names how the values of a window become one. */
export type WindowAggregate = "avg" | "sum" | "min" | "max" | "count" | "last" | "stddev" | "stdvar" | "quantile";

/** WindowValues are the values of a window in order of time. */
export type WindowValues = readonly number[] | Float64Array;

/**
 * aggregateWindow makes one value of those of a window, in order of time; undefined over nothing. Sums are compensated (Neumaier), the
 * mean runs so that it never overflows, the deviation is that of the population (Welford): the forms of Prometheus, so that values at a
 * threshold compare alike.
 */
export function aggregateWindow(values: WindowValues, aggregate: WindowAggregate, quantile = 0.5): number | undefined {
  if (values.length === 0) return undefined;
  return AGGREGATES[aggregate](values, quantile);
}

const AGGREGATES: Readonly<Record<WindowAggregate, (values: WindowValues, quantile: number) => number>> = {
  avg: average,
  sum: addUp,
  min: (values) => choose(values, (value, least) => value < least),
  max: (values) => choose(values, (value, most) => value > most),
  count: (values) => values.length,
  last: (values) => values.at(-1) ?? Number.NaN,
  stddev: (values) => Math.sqrt(vary(values)),
  stdvar: vary,
  quantile: interpolate,
};

/** Written out, because windows of days are added up at every slot. */
function addUp(values: WindowValues): number {
  let [sum, lost] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN;
    const next = sum + value;
    if (!Number.isFinite(next)) lost = 0;
    else if (Math.abs(sum) >= Math.abs(value)) lost += sum - next + value;
    else lost += value - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}

function choose(values: WindowValues, isBetter: (value: number, best: number) => boolean): number {
  let best = Number.NaN;
  for (const value of values) if (isBetter(value, best) || Number.isNaN(best)) best = value;
  return best;
}

function average(values: WindowValues): number {
  const mean = new CompensatedSum();
  let count = 0;
  for (const value of values) {
    count += 1;
    const { sum } = mean.parts;
    const isStuck = mean.isInfinite && !Number.isNaN(value) && (Number.isFinite(value) || value > 0 === sum > 0);
    if (!isStuck) mean.add(value / count - sum / count);
  }
  return mean.read();
}

function vary(values: WindowValues): number {
  const mean = new CompensatedSum();
  const squares = new CompensatedSum();
  let count = 0;
  for (const value of values) {
    count += 1;
    const delta = value - mean.read();
    mean.add(delta / count);
    squares.add(delta * (value - mean.read()));
  }
  return squares.read() / count;
}

function interpolate(values: WindowValues, quantile: number): number {
  if (Number.isNaN(quantile)) return Number.NaN;
  if (quantile < 0) return -Infinity;
  if (quantile > 1) return Infinity;
  const rank = quantile * (values.length - 1);
  const weight = rank - Math.floor(rank);
  const [low, high] = selectRanks(values, Math.floor(rank));
  return low * (1 - weight) + high * weight;
}
