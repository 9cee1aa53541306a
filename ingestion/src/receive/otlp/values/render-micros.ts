/** The greatest number of milliseconds a Date can hold is far beyond; what no field can hold is refused later by its text. */
const GREATEST_MS = 8.64e15;

/** renderMicros writes an instant of microseconds since 1970 as RFC 3339 with milliseconds; undefined stays so. */
export function renderMicros(micros: number | undefined): string | undefined {
  return micros === undefined ? undefined : new Date(Math.min(Math.floor(micros / 1000), GREATEST_MS)).toISOString();
}
