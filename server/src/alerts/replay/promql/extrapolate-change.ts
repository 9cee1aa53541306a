import type { SampleRun } from "../sample-series.js";

/** ChangeTerms are the ends of a range in milliseconds, and how a change is meant: a counter never falls but by a reset, a rate is a second's. */
export interface ChangeTerms {
  readonly from: number;
  readonly to: number;
  readonly isCounter: boolean;
  readonly isRate: boolean;
}

/** How many average gaps between samples a range is extrapolated over towards its ends. */
const REACH = 1.1;

/** extrapolateChange is how much samples change over the whole range, as rate, increase and delta of Prometheus reckon; undefined with fewer than two. */
export function extrapolateChange({ stamps, values }: SampleRun, terms: ChangeTerms): number | undefined {
  const [first, last] = [values[0], values.at(-1)];
  const [start, end] = [stamps[0], stamps.at(-1)];
  if (values.length < 2 || first === undefined || last === undefined || start === undefined || end === undefined)
    return undefined;
  const change = last - first + (terms.isCounter ? addResets(values) : 0);
  const sampled = (end - start) / 1_000;
  const gap = sampled / (values.length - 1);
  let toStart = (start - terms.from) / 1_000;
  const toEnd = (terms.to - end) / 1_000;
  // A counter begins at zero: it is not extrapolated to before that.
  if (terms.isCounter && change > 0 && first >= 0) toStart = Math.min(toStart, sampled * (first / change));
  const limit = gap * REACH;
  const covered = sampled + (toStart < limit ? toStart : gap / 2) + (toEnd < limit ? toEnd : gap / 2);
  const factor = covered / sampled;
  return change * (terms.isRate ? factor / ((terms.to - terms.from) / 1_000) : factor);
}

function addResets(values: Float64Array): number {
  let lost = 0;
  for (let place = 1; place < values.length; place += 1) {
    const before = values[place - 1] ?? 0;
    if ((values[place] ?? 0) < before) lost += before;
  }
  return lost;
}
