const locale = "en";

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });

const steps: readonly (readonly [number, string])[] = [
  [1e9, " bn"],
  [1e6, " M"],
  [1e3, " k"],
];

/** formatCount renders a count for people: 1,284 as it is, from 10,000 on shortened (12.4 k). */
export function formatCount(value: number): string {
  return Math.abs(value) < 10_000 ? whole.format(value) : formatShort(value);
}

/** formatShort renders a number with one decimal and k, M or bn; below 1,000 without decimals. */
export function formatShort(value: number): string {
  // TRICKY: 999,950 would round to "1,000.0 k", so the step is chosen on the rounded value.
  for (const [size, letter] of steps) if (Math.abs(value) >= size * 0.99995) return short.format(value / size) + letter;
  return whole.format(value);
}

/** formatExact renders every digit people can use: grouped, at most six decimals. */
export function formatExact(value: number): string {
  return exact.format(value);
}
