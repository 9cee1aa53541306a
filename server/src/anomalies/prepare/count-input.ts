import type { PreparedValue } from "./prepared-value.js";

/** COUNT_SLOTS: counts are added over 15 minutes before they are judged. */
export const COUNT_SLOTS = 3;
const MEAN_GAIN = 0.002;
/** Below this mean a count of 15 minutes is a rare event and no level. */
const SPARSE_BELOW = 2;
const ANSCOMBE = 3 / 8;

/** CountInput is what is remembered to prepare a count: the slots before, and the usual count. Plain data. */
export interface CountInput {
  /** NaN = the feed was not alive. */
  readonly slots: Float64Array;
  next: number;
  seen: number;
  mean: number;
}

/** buildCountInput returns the input of a series that nothing is known of. */
export function buildCountInput(): CountInput {
  return { slots: new Float64Array(COUNT_SLOTS).fill(Number.NaN), next: 0, seen: 0, mean: 0 };
}

/**
 * prepareCount adds a slot's count (undefined = the feed was not alive, and then nothing is known) and returns the Anscombe root of the
 * trailing 15 minutes, on which chance makes the same spread whatever the count; undefined unless the feed was alive in all of them.
 */
export function prepareCount(input: CountInput, count: number | undefined): PreparedValue | undefined {
  input.slots[input.next] = count ?? Number.NaN;
  input.next = (input.next + 1) % COUNT_SLOTS;
  let sum = 0;
  for (let slot = 0; slot < COUNT_SLOTS; slot += 1) sum += input.slots[slot] ?? Number.NaN;
  if (Number.isNaN(sum)) return undefined;
  input.seen += 1;
  input.mean += Math.max(MEAN_GAIN, 1 / input.seen) * (sum - input.mean);
  return { value: rootCount(sum), shown: sum, numerator: sum, denominator: null };
}

/** isSparse tells whether events are so rare that only their absence says something. */
export function isSparse({ mean }: CountInput): boolean {
  return mean < SPARSE_BELOW;
}

/** restoreCount returns the count that a prepared value stands for, never below 0. */
export function restoreCount(value: number): number {
  return value <= 0 ? 0 : Math.max(0, (value / 2) ** 2 - ANSCOMBE);
}

/**
 * restoreSlotRange turns a range of 15 minutes into that of one slot of five: a third of the middle, with the same spread on the root, as chance
 * spreads a root equally whatever the count.
 */
export function restoreSlotRange(low: number, high: number): { low: number; high: number } {
  const middle = rootCount(restoreCount((low + high) / 2) / COUNT_SLOTS);
  const reach = (high - low) / 2;
  return { low: restoreCount(middle - reach), high: restoreCount(middle + reach) };
}

function rootCount(count: number): number {
  return 2 * Math.sqrt(count + ANSCOMBE);
}
