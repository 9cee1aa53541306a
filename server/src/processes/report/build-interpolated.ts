/**
 * buildInterpolated returns a percentile, interpolated between closest ranks (CONTRACT 3), of values that are given with how often each
 * occurs; null when there are none.
 */
export function buildInterpolated(values: readonly (readonly [number, number])[], share: number): number | null {
  const sorted = values.filter(([, count]) => count > 0).sort(([left], [right]) => left - right);
  const size = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (size === 0) return null;
  const rank = share * (size - 1);
  const low = findAt(sorted, Math.floor(rank));
  return low + (findAt(sorted, Math.ceil(rank)) - low) * (rank - Math.floor(rank));
}

function findAt(sorted: readonly (readonly [number, number])[], rank: number): number {
  let passed = 0;
  for (const [value, count] of sorted) {
    passed += count;
    if (rank < passed) return value;
  }
  return sorted[sorted.length - 1]?.[0] ?? 0;
}
