import { findMetric } from "../../metrics/metric-catalog.js";
import { fingerprintLabels, type Labels } from "../instance/fingerprint-labels.js";
import { TooManyFigures } from "../evaluate/figure-reader.service.js";
import type { GroupFigures, WindowFigure } from "../evaluate/slot-figures.js";

interface Sums {
  readonly labels: Labels;
  /** Sums of all buckets before each edge. */
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
}

/** More would take memory from whoever else is served: two numbers a group and bucket. */
const MOST_CELLS = 4_000_000;

/** BucketSeries is a metric of every group in buckets of one length, from which the figure of any window on their edges follows by adding. */
export class BucketSeries {
  private readonly groups = new Map<string, Sums>();
  private readonly count: number;

  constructor(
    private readonly metric: string,
    private readonly grid: { readonly fromMs: number; readonly toMs: number; readonly bucketMs: number },
  ) {
    this.count = Math.round((grid.toMs - grid.fromMs) / grid.bucketMs);
  }

  /** add takes what was answered for the buckets from `fromMs` on; pieces come in the order of time. Throws `TooManyFigures` when they are too many to be held. */
  add(fromMs: number, answered: readonly GroupFigures[]): void {
    const first = Math.round((fromMs - this.grid.fromMs) / this.grid.bucketMs);
    for (const { labels, windows } of answered) {
      const sums = this.open(labels);
      windows.forEach(({ value, numerator, denominator }, at) => {
        sums.numerators[first + at] = numerator ?? value ?? 0;
        sums.denominators[first + at] = denominator ?? 0;
      });
    }
  }

  /** close makes sums of what was added; call it once, before anything is read. */
  close(): void {
    for (const { numerators, denominators } of this.groups.values()) {
      accumulate(numerators);
      accumulate(denominators);
    }
  }

  /** read gives the groups that had anything between the edges, each with a figure for every pair of neighbours. Edges are epoch milliseconds. */
  read(edges: readonly number[]): GroupFigures[] {
    const places = edges.map((edge) => this.place(edge));
    const [first = 0, last = 0] = [places[0], places[places.length - 1]];
    return [...this.groups.values()].flatMap((sums) => {
      const isEmpty = between(sums.numerators, first, last) === 0 && between(sums.denominators, first, last) === 0;
      if (isEmpty) return [];
      const windows = places.slice(1).map((end, at) => this.build(sums, places[at] ?? 0, end));
      return [{ labels: sums.labels, windows }];
    });
  }

  private build({ numerators, denominators }: Sums, from: number, to: number): WindowFigure {
    const [numerator, denominator] = [between(numerators, from, to), between(denominators, from, to)];
    const formula = findMetric(this.metric)?.formula;
    if (formula?.form === "sum") return { value: numerator, numerator, denominator: null };
    if (denominator === 0) return { value: null, numerator, denominator };
    const share = numerator / denominator;
    const times = formula?.form === "ratio" ? (formula.times ?? 1) : 1;
    return { value: formula?.form === "rest" ? 1 - share : share * times, numerator, denominator };
  }

  private open(labels: Labels): Sums {
    const key = fingerprintLabels(labels);
    const known = this.groups.get(key);
    if (known !== undefined) return known;
    const length = this.count + 1;
    if (this.groups.size * length > MOST_CELLS) throw new TooManyFigures("Too many groups for so long a range.");
    const sums = { labels, numerators: new Float64Array(length), denominators: new Float64Array(length) };
    this.groups.set(key, sums);
    return sums;
  }

  private place(edge: number): number {
    const at = Math.round((edge - this.grid.fromMs) / this.grid.bucketMs);
    return Math.max(0, Math.min(this.count, at));
  }
}

/** Each place becomes the sum of those before it. */
function accumulate(values: Float64Array): void {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    values[at] = sum;
    sum += value;
  }
}

function between(sums: Float64Array, from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}
