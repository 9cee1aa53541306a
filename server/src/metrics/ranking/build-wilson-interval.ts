/** Quantile of the normal distribution for 95 %. */
const Z = 1.959963984540054;

/**
 * buildWilsonInterval returns the 95 % score interval of a share (Wilson 1927): unlike value +- margin it stays within 0..1 and is wide
 * for small samples, also at 0 of n and n of n. Undefined when that is no share of counts.
 */
export function buildWilsonInterval(successes: number, trials: number): { low: number; high: number } | undefined {
  if (!(trials > 0 && successes >= 0 && successes <= trials)) return undefined;
  const share = successes / trials;
  const middle = share + (Z * Z) / (2 * trials);
  const margin = Z * Math.sqrt((share * (1 - share)) / trials + (Z * Z) / (4 * trials * trials));
  const whole = 1 + (Z * Z) / trials;
  return {
    low: successes === 0 ? 0 : Math.max(0, (middle - margin) / whole),
    high: successes === trials ? 1 : Math.min(1, (middle + margin) / whole),
  };
}
