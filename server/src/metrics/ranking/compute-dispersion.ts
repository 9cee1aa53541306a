/** Dispersion is how far values lie apart; the coefficient is null where the mean is 0. */
export interface Dispersion {
  readonly mean: number;
  readonly deviation: number;
  readonly coefficient: number | null;
  readonly median: number;
  readonly worstDecile: number;
}

/** computeDispersion returns the sample standard deviation, its share of the mean, and the worst tenth; undefined for fewer than two values. */
export function computeDispersion(values: readonly number[], isHigherBetter: boolean): Dispersion | undefined {
  if (values.length < 2) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (values.length - 1));
  return {
    ...{ mean, deviation, coefficient: mean === 0 ? null : deviation / Math.abs(mean) },
    median: interpolate(values, 0.5),
    worstDecile: interpolate(values, isHigherBetter ? 0.1 : 0.9),
  };
}

/** Between closest ranks, like every percentile of the catalogue. */
function interpolate(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? 0;
  return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place - Math.floor(place));
}
