import { getViewerLocale } from "./viewer-locale.js";

const cache = new Map<string, Intl.NumberFormat>();

function write(value: number, least: number, most: number): string {
  const key = `${getViewerLocale()} ${least} ${most}`;
  let made = cache.get(key);
  if (made === undefined) {
    made = new Intl.NumberFormat(getViewerLocale(), { minimumFractionDigits: least, maximumFractionDigits: most });
    cache.set(key, made);
  }
  return made.format(value);
}

const steps: readonly (readonly [number, string])[] = [
  [1e9, " bn"],
  [1e6, " M"],
  [1e3, " k"],
];

/** formatCount renders a count for people: 1,284 as it is, from 10,000 on shortened (12.4 k). */
export function formatCount(value: number): string {
  return Math.abs(value) < 10_000 ? write(value, 0, 0) : formatShort(value);
}

/** formatShort renders a number with one decimal and k, M or bn; below 1,000 without decimals. */
export function formatShort(value: number): string {
  // TRICKY: 999,950 would round to "1,000.0 k", so the step is chosen on the rounded value.
  for (const [size, letter] of steps)
    if (Math.abs(value) >= size * 0.99995) return formatDecimals(value / size, 1) + letter;
  return write(value, 0, 0);
}

/** formatExact renders every digit people can use: grouped, at most six decimals. */
export function formatExact(value: number): string {
  return write(value, 0, 6);
}

/** formatDecimals renders a number with exactly as many decimals as told. */
export function formatDecimals(value: number, decimals: number): string {
  return write(value, decimals, decimals);
}
