import { SampleSeries, type Sample } from "./sample-series.js";
import type { ScenarioSeries } from "./scenario-file.js";

/** expandSeries reads the samples of a series, repeated or not. */
export function expandSeries(series: ScenarioSeries, sampleSeconds: number): SampleSeries {
  const read = (t: number, value: number | null): Sample => ({ at: Math.round(t * 1_000), value });
  const told = (series.samples ?? []).map(([t, value]) => read(t, value));
  const repeated = (series.samples_rle ?? []).flatMap(([t, count, value]) =>
    Array.from({ length: count }, (_, place) => read(t + place * sampleSeconds, value)),
  );
  return new SampleSeries(series.name, series.labels, [...told, ...repeated]);
}
