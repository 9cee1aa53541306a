const MINUTE_MS = 60_000;
/** The greatest number of milliseconds a Date can hold is far beyond; what no field can hold is refused later by its text. */
const GREATEST_MS = 8.64e15;
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
const THREE_DIGITS = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, "0"));

let lastMinute = Number.NaN;
let lastText = "";

/**
 * renderMicros writes an instant of microseconds since 1970 as RFC 3339 with milliseconds; undefined stays so. Spans that come
 * together are of the same minutes: what a Date would write is kept (0.1 us instead of 0.7).
 */
export function renderMicros(micros: number | undefined): string | undefined {
  if (micros === undefined) return undefined;
  const ms = Math.min(Math.floor(micros / 1000), GREATEST_MS);
  const rest = ms % MINUTE_MS;
  if (ms - rest !== lastMinute) {
    lastMinute = ms - rest;
    lastText = new Date(lastMinute).toISOString().slice(0, -7);
  }
  const milliseconds = rest % 1000;
  return `${lastText}${TWO_DIGITS[(rest - milliseconds) / 1000] ?? "00"}.${THREE_DIGITS[milliseconds] ?? "000"}Z`;
}
