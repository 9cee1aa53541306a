/** BarShape is where a bar begins and ends, in shares of the width. */
export interface BarShape {
  readonly from: number;
  readonly to: number;
}

/** shapeBars places bars of values on one axis that holds zero; without a value there is no bar. */
export function shapeBars(values: readonly (number | null)[]): {
  readonly zero: number;
  readonly bars: readonly BarShape[];
} {
  const known = values.filter((value) => value !== null);
  const [least, largest] = [Math.min(0, ...known), Math.max(0, ...known)];
  const span = largest - least || 1;
  const place = (value: number): number => (value - least) / span;
  const zero = place(0);
  const bars = values.map((value) => {
    const end = place(value ?? 0);
    return { from: Math.min(zero, end), to: Math.max(zero, end) };
  });
  return { zero, bars };
}
