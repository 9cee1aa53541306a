import { matchesAll, type LabelMatcher } from "../mute/label-matcher.js";
import type { SampleSeries } from "./sample-series.js";

/** SampleStore holds the series of a scenario, and what its alerts write while it is replayed. */
export class SampleStore {
  /** In the order of their labels, with the keys of that order. */
  private readonly series: SampleSeries[] = [];
  private readonly keys: string[] = [];
  /** What was found for a selector, until a series is added. */
  private found = new WeakMap<readonly LabelMatcher[], readonly SampleSeries[]>();

  constructor(series: readonly SampleSeries[]) {
    for (const one of series) this.add(one);
  }

  add(series: SampleSeries): void {
    const place = this.keys.findLastIndex((key) => key <= series.key) + 1;
    this.keys.splice(place, 0, series.key);
    this.series.splice(place, 0, series);
    this.found = new WeakMap();
  }

  /** find returns the series that pass all matchers, in the order of their labels. */
  find(matchers: readonly LabelMatcher[]): readonly SampleSeries[] {
    const known = this.found.get(matchers);
    if (known !== undefined) return known;
    const found = this.series.filter(({ named }) => matchesAll(matchers, named));
    this.found.set(matchers, found);
    return found;
  }
}
