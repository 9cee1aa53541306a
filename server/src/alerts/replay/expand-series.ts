import type { ScenarioSeries } from "./scenario-file.js";
import { buildSampleSeries, type Sample, type SampleSeries } from "./sample-series.js";

const WORDS: Readonly<Record<string, number | null>> = {
  stale: null,
  NaN: Number.NaN,
  Inf: Infinity,
  "+Inf": Infinity,
  "-Inf": -Infinity,
};

/** expandSeries reads the samples of a series, repeated or not, in order of time. */
export function expandSeries(series: ScenarioSeries, sampleSeconds: number): SampleSeries {
  const told = (series.samples ?? []).map(([t, value]) => ({ t, value: readSample(value) }));
  const repeated = (series.samples_rle ?? []).flatMap(([t, count, value]) =>
    Array.from({ length: count }, (_, at): Sample => ({ t: t + at * sampleSeconds, value: readSample(value) })),
  );
  return buildSampleSeries(series.name, series.labels, [...told, ...repeated]);
}

/** readSample is the number a sample stands for; null for "stale". */
export function readSample(value: number | string): number | null {
  return typeof value === "number" ? value : (WORDS[value] ?? null);
}
