import type { Labels } from "../instance/fingerprint-labels.js";
import { matchesAll, type LabelMatcher } from "../mute/label-matcher.js";
import type { SampleSeries } from "./sample-series.js";

/** SampleStore holds the series of a scenario, and what its alerts write while it is replayed. */
export class SampleStore {
  private readonly series: SampleSeries[] = [];
  /** What was found for a selector, until a series is added. */
  private found = new WeakMap<readonly LabelMatcher[], readonly SampleSeries[]>();

  constructor(series: readonly SampleSeries[]) {
    for (const one of series) this.add(one);
  }

  add(series: SampleSeries): void {
    this.series.push(series);
    this.series.sort((left, right) => compareLabels(left.named, right.named));
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

function compareLabels(left: Labels, right: Labels): number {
  const [ours, theirs] = [left, right].map((labels) => Object.entries(labels).sort().flat());
  for (const [place, text] of (ours ?? []).entries()) {
    const other = theirs?.[place];
    if (other === undefined) return 1;
    if (text !== other) return text < other ? -1 : 1;
  }
  return (ours?.length ?? 0) - (theirs?.length ?? 0);
}
