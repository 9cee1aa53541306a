import { aggregateWindow, type WindowAggregate } from "../../condition/aggregate-window.js";
import type { SampleRun } from "../sample-series.js";
import { extrapolateChange } from "./extrapolate-change.js";
import { fitLine } from "./fit-line.js";

/** RangeTerms are the ends of a range and the instant of the question, in milliseconds, and the other arguments of a function. */
export interface RangeTerms {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly numbers: readonly number[];
}

/** RangeFunction makes one value of the samples of a range, of which there is at least one; undefined where there are too few. */
export type RangeFunction = (run: SampleRun, terms: RangeTerms) => number | undefined;

const over =
  (aggregate: WindowAggregate): RangeFunction =>
  ({ values }, { numbers }) =>
    aggregateWindow(values, aggregate, numbers[0]);

/** RANGE_FUNCTIONS are the functions of PromQL over ranges. */
export const RANGE_FUNCTIONS: Readonly<Record<string, RangeFunction>> = {
  avg_over_time: over("avg"),
  sum_over_time: over("sum"),
  min_over_time: over("min"),
  max_over_time: over("max"),
  count_over_time: over("count"),
  last_over_time: over("last"),
  stddev_over_time: over("stddev"),
  stdvar_over_time: over("stdvar"),
  quantile_over_time: over("quantile"),
  present_over_time: () => 1,
  rate: (run, terms) => extrapolateChange(run, { ...terms, isCounter: true, isRate: true }),
  increase: (run, terms) => extrapolateChange(run, { ...terms, isCounter: true, isRate: false }),
  delta: (run, terms) => extrapolateChange(run, { ...terms, isCounter: false, isRate: false }),
  irate: (run) => changeAtEnd(run, true),
  idelta: (run) => changeAtEnd(run, false),
  changes: ({ values }) =>
    countSteps(values, (value, before) => value !== before && !(Number.isNaN(value) && Number.isNaN(before))),
  resets: ({ values }) => countSteps(values, (value, before) => value < before),
  deriv: (run) => (run.values.length < 2 ? undefined : fitLine(run, run.stamps[0] ?? 0).slope),
  predict_linear: predict,
  holt_winters: smooth,
};

function countSteps(values: Float64Array, isStep: (value: number, before: number) => boolean): number {
  let count = 0;
  for (let place = 1; place < values.length; place += 1)
    if (isStep(values[place] ?? 0, values[place - 1] ?? 0)) count += 1;
  return count;
}

function changeAtEnd({ stamps, values }: SampleRun, isRate: boolean): number | undefined {
  const [before, last] = [values.at(-2), values.at(-1)];
  const seconds = ((stamps.at(-1) ?? 0) - (stamps.at(-2) ?? 0)) / 1_000;
  if (before === undefined || last === undefined || seconds === 0) return undefined;
  if (!isRate) return last - before;
  return (last < before ? last : last - before) / seconds;
}

function predict(run: SampleRun, { at, numbers: [seconds = 0] }: RangeTerms): number | undefined {
  if (run.values.length < 2) return undefined;
  const { slope, intercept } = fitLine(run, at);
  return slope * seconds + intercept;
}

/** Double exponential smoothing. */
function smooth({ values }: SampleRun, { numbers: [level = 0, trend = 0] }: RangeTerms): number | undefined {
  if (!(level > 0 && level < 1 && trend > 0 && trend < 1))
    throw new Error("The factors of holt_winters lie between 0 and 1.");
  const [first, second] = values;
  if (first === undefined || second === undefined) return undefined;
  let [before, now, slope] = [0, first, second - first];
  for (let place = 1; place < values.length; place += 1) {
    if (place > 1) slope = trend * (now - before) + (1 - trend) * slope;
    [before, now] = [now, level * (values[place] ?? Number.NaN) + (1 - level) * (now + slope)];
  }
  return now;
}
