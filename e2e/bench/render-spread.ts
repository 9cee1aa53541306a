/** renderSpread writes minimum, median, 95th percentile and maximum of measured milliseconds. */
export function renderSpread(measuredMs: readonly number[]): string {
  const sorted = [...measuredMs].sort((left, right) => left - right);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return `min ${at(0)}, p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} ms (n ${sorted.length})`;
}
