import type { Labels } from "../instance/fingerprint-labels.js";

/** Sample is a value at a stamp, in milliseconds from the origin; null says that the series is absent from here to its next sample. */
export interface Sample {
  readonly at: number;
  readonly value: number | null;
}

/** SampleRun are samples in order of time. */
export interface SampleRun {
  readonly stamps: Float64Array;
  readonly values: Float64Array;
}

/** How many samples a series has room for when it begins. */
const ROOM = 64;

/** SampleSeries is one series of a scenario; it may grow at its end. */
export class SampleSeries {
  /** named are all labels, the name among them as `__name__`. */
  readonly named: Labels;
  /** key puts series in the order of their labels. */
  readonly key: string;
  /** Samples that have a value: windows are cut out of them without copying. */
  private stamps = new Float64Array(ROOM);
  private values = new Float64Array(ROOM);
  private count = 0;
  /** Since when, and up to when, the series is said to be absent; in order. */
  private readonly gaps: number[] = [];

  constructor(
    readonly name: string,
    readonly labels: Labels,
    unordered: readonly Sample[] = [],
  ) {
    this.named = { ...labels, __name__: name };
    this.key = Object.entries(this.named).sort().flat().join("\u0000");
    for (const sample of sortSamples(unordered)) this.append(sample);
  }

  /** append adds a sample that is newer than all others. */
  append({ at, value }: Sample): void {
    if (value === null) {
      this.gaps.push(at);
      return;
    }
    if (this.count === this.stamps.length) {
      [this.stamps, this.values] = [this.stamps, this.values].map((old) => {
        const wider = new Float64Array(2 * old.length);
        wider.set(old);
        return wider;
      }) as [Float64Array<ArrayBuffer>, Float64Array<ArrayBuffer>];
    }
    this.stamps[this.count] = at;
    this.values[this.count] = value;
    this.count += 1;
  }

  /** find is the newest sample up to `at` that is not older than `lookback` (0: whatever its age); undefined also where the series is absent. Nothing beyond `known` has happened yet. */
  find(at: number, lookback: number, known = at): { readonly at: number; readonly value: number } | undefined {
    const upTo = Math.min(at, known);
    const place = countUpTo(this.stamps, this.count, upTo) - 1;
    const stamp = this.stamps[place];
    const value = this.values[place];
    if (stamp === undefined || value === undefined) return undefined;
    const gap = this.gaps[countUpTo(this.gaps, this.gaps.length, upTo) - 1];
    if (gap !== undefined && gap > stamp) return undefined;
    return lookback > 0 && stamp < at - lookback ? undefined : { at: stamp, value };
  }

  /** list are the samples stamped after `after` and up to `upTo`. */
  list(after: number, upTo: number): SampleRun {
    const from = countUpTo(this.stamps, this.count, after);
    const to = Math.max(from, countUpTo(this.stamps, this.count, upTo));
    return { stamps: this.stamps.subarray(from, to), values: this.values.subarray(from, to) };
  }
}

/** In order of time; of several at one instant the last one told holds. */
function sortSamples(unordered: readonly Sample[]): Sample[] {
  const sorted = [...unordered].sort((left, right) => left.at - right.at);
  return sorted.filter(({ at }, place) => sorted[place + 1]?.at !== at);
}

/** How many of some ascending stamps lie at or before `at`. */
function countUpTo(stamps: ArrayLike<number>, length: number, at: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stamps[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
