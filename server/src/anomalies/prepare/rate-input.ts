import type { PreparedValue } from "./prepared-value.js";

/** RATE_SLOTS: a rate is that of 30 minutes. */
export const RATE_SLOTS = 6;
/** So many cases of the usual rate are added, so that 1 of 2 is no rate of 50 %. */
const PRIOR_CASES = 50;
/** What is usual is forgotten within about a week of slots that have cases. */
const KEEP = 1 - 1 / 2_016;
const DEVIATIONS = 2;

/** RateInput is what is remembered to prepare a rate: six slots of cases, and the sums of a long time. Plain data. */
export interface RateInput {
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  next: number;
  longNumerator: number;
  longDenominator: number;
}

/** buildRateInput returns the input of a series that nothing is known of. */
export function buildRateInput(): RateInput {
  const [numerators, denominators] = [new Float64Array(RATE_SLOTS), new Float64Array(RATE_SLOTS)];
  return { numerators, denominators, next: 0, longNumerator: 0, longDenominator: 0 };
}

/** prepareRate adds a slot's cases and returns the rate of the trailing 30 minutes, shrunk to the usual one; undefined without any case in them. */
export function prepareRate(
  input: RateInput,
  cases: { numerator: number; denominator: number },
): PreparedValue | undefined {
  input.numerators[input.next] = cases.numerator;
  input.denominators[input.next] = cases.denominator;
  input.next = (input.next + 1) % RATE_SLOTS;
  const usual = readUsualRate(input);
  if (cases.denominator > 0) {
    input.longNumerator = input.longNumerator * KEEP + cases.numerator;
    input.longDenominator = input.longDenominator * KEEP + cases.denominator;
  }
  const [numerator, denominator] = sumRecent(input);
  if (denominator <= 0) return undefined;
  const value = (numerator + PRIOR_CASES * usual) / (denominator + PRIOR_CASES);
  return { value, shown: numerator / denominator, numerator, denominator };
}

/** restoreRate returns the rate of 30 minutes that a prepared value stands for, never below 0. */
export function restoreRate(input: RateInput, value: number): number {
  const [, denominator] = sumRecent(input);
  if (denominator <= 0) return Math.max(0, value);
  return Math.max(0, (value * (denominator + PRIOR_CASES) - PRIOR_CASES * readUsualRate(input)) / denominator);
}

/** widenForSlot returns a range of 30 minutes as that of one slot with so many cases: chance is added, two deviations on each side. */
export function widenForSlot(range: { low: number; high: number }, cases: number): { low: number; high: number } {
  const widen = (rate: number) =>
    DEVIATIONS * Math.sqrt(Math.max(0, rate * (1 - Math.min(rate, 1))) / Math.max(1, cases));
  return { low: Math.max(0, range.low - widen(range.low)), high: range.high + widen(range.high) };
}

function readUsualRate({ longNumerator, longDenominator }: RateInput): number {
  return longDenominator > 0 ? longNumerator / longDenominator : 0;
}

function sumRecent({ numerators, denominators }: RateInput): [number, number] {
  let [numerator, denominator] = [0, 0];
  for (let slot = 0; slot < RATE_SLOTS; slot += 1) {
    numerator += numerators[slot] ?? 0;
    denominator += denominators[slot] ?? 0;
  }
  return [numerator, denominator];
}
