const WINDOW = 6_400;
const STEP = 200;

/**
 * buildWindowedGaussian returns a scorer for comparison: how rarely a normal distribution with mean and deviation of the last 6,400 values
 * reaches as far as this one, renewed every 200. After `windowed_gaussian` of the Numenta Anomaly Benchmark.
 */
export function buildWindowedGaussian(): (value: number) => number {
  const values: number[] = [];
  let pending: number[] = [];
  let mean = 0;
  let deviation = 1;
  const renew = () => {
    mean = values.reduce((sum, each) => sum + each, 0) / values.length;
    deviation = Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length) || 0.000001;
  };
  return (value) => {
    const score = values.length === 0 ? 0 : 1 - 2 * upperTail(Math.abs(value - mean) / deviation);
    if (values.length < WINDOW) {
      values.push(value);
      renew();
      return score;
    }
    pending.push(value);
    if (pending.length >= STEP) {
      values.splice(0, STEP, ...[]);
      values.push(...pending);
      pending = [];
      renew();
    }
    return score;
  };
}

/** P(Z > z) of a standard normal for z >= 0; Abramowitz and Stegun 7.1.26, within 1.5e-7. */
function upperTail(z: number): number {
  const t = 1 / (1 + (0.3275911 * z) / Math.SQRT2);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return 0.5 * series * Math.exp((-z * z) / 2);
}
