interface Measured {
  readonly value: number | null;
  readonly intervalLow: number | null;
  readonly intervalHigh: number | null;
}

/** IntervalAxis is where values and their intervals stand, in shares of the width from `low` to `high`. */
export interface IntervalAxis {
  readonly low: number;
  readonly high: number;
  readonly target: number | null;
  readonly places: readonly { readonly at: number | null; readonly from: number | null; readonly to: number | null }[];
}

/** shapeIntervals places values with their intervals on one axis that holds all of them and the target. A dot may stand on an axis that does not begin at zero. */
export function shapeIntervals(figures: readonly Measured[], target: number | null): IntervalAxis {
  const known = figures
    .flatMap(({ value, intervalLow, intervalHigh }) => [value, intervalLow, intervalHigh])
    .concat(target)
    .filter((value) => value !== null);
  const [least, largest] = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
  const span = largest - least || Math.max(Math.abs(largest) * 0.1, 0.01);
  const low = least - span * 0.03;
  const high = largest + span * 0.03;
  const place = (value: number | null): number | null => (value === null ? null : (value - low) / (high - low));
  const places = figures.map((figure) => ({
    at: place(figure.value),
    from: place(figure.intervalLow),
    to: place(figure.intervalHigh),
  }));
  return { low: least, high: largest, target: place(target), places };
}
