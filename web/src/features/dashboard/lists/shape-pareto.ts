/** ParetoPlace is one group of a pareto: its bar as a share of the longest, what it and those before it make, and whether it is one of the vital few. */
export interface ParetoPlace {
  readonly length: number;
  readonly cumulative: number;
  readonly isVital: boolean;
}

/** vitalShare is the part of the whole that the vital few make. */
const vitalShare = 0.8;

/** shapePareto adds up values that come largest first; the vital few are those needed to reach 80 % of the whole. */
export function shapePareto(values: readonly number[]): readonly ParetoPlace[] {
  const positive = values.map((value) => Math.max(0, value));
  const whole = positive.reduce((sum, value) => sum + value, 0);
  const longest = Math.max(...positive, 0) || 1;
  let sum = 0;
  return positive.map((value) => {
    const isVital = whole > 0 && sum / whole < vitalShare;
    sum += value;
    return { length: value / longest, cumulative: whole === 0 ? 0 : sum / whole, isVital };
  });
}
