import type { Labels } from "../instance/fingerprint-labels.js";

/** Sample is a value at a stamp, in seconds from the origin; null says that the series is absent from here to its next sample. */
export interface Sample {
  readonly t: number;
  readonly value: number | null;
}

/** SampleSeries is one series of a scenario. */
export interface SampleSeries {
  readonly name: string;
  readonly labels: Labels;
  /** All samples in order of time. */
  readonly samples: readonly Sample[];
  /** Stamps and values of the samples that have one: windows are cut out of them without copying. */
  readonly present: { readonly stamps: Float64Array; readonly values: Float64Array };
}

/** buildSampleSeries puts samples in order. */
export function buildSampleSeries(name: string, labels: Labels, unordered: readonly Sample[]): SampleSeries {
  const samples = [...unordered].sort((left, right) => left.t - right.t);
  const told = samples.flatMap(({ t, value }) => (value === null ? [] : [{ t, value }]));
  const present = {
    stamps: Float64Array.from(told, ({ t }) => t),
    values: Float64Array.from(told, ({ value }) => value),
  };
  return { name, labels, samples, present };
}

/** findSample is the value that holds at `t`: of the newest sample up to it that is not older than `lookback` seconds (0: whatever its age). */
export function findSample({ samples }: SampleSeries, t: number, lookback: number): number | undefined {
  const sample = samples[countUpTo(samples.length, (at) => samples[at]?.t ?? Infinity, t) - 1];
  if (sample === undefined || sample.value === null) return undefined;
  return lookback > 0 && sample.t < t - lookback ? undefined : sample.value;
}

/** listSamples are the values stamped after `after` and up to `upTo`, in order of time. */
export function listSamples({ present: { stamps, values } }: SampleSeries, after: number, upTo: number): Float64Array {
  const read = (at: number) => stamps[at] ?? Infinity;
  return values.subarray(countUpTo(stamps.length, read, after), countUpTo(stamps.length, read, upTo));
}

/** How many of some ascending stamps lie at or before `t`. */
function countUpTo(length: number, read: (at: number) => number, t: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (read(middle) <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}
