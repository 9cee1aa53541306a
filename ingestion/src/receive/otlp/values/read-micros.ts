import type { OtlpWhole } from "../decode/otlp-request.js";

/** 2^32 nanoseconds are 4294967 microseconds and 296 nanoseconds. */
const HIGH_MICROS = 4_294_967;
const HIGH_REST = 296;

/**
 * readMicros returns whole microseconds since 1970 of nanoseconds, exactly, which a number of nanoseconds could not hold;
 * undefined when absent or 0, which the protocol calls unknown.
 */
export function readMicros(nanos: OtlpWhole | null | undefined): number | undefined {
  if (nanos === undefined || nanos === null) return undefined;
  const micros = typeof nanos === "object" ? divideParts(nanos.high >>> 0, nanos.low >>> 0) : divideText(String(nanos));
  return micros === 0 ? undefined : micros;
}

function divideParts(high: number, low: number): number {
  return high * HIGH_MICROS + Math.floor((high * HIGH_REST + low) / 1000);
}

/** A JSON number as large as an instant was rounded by its sender already; its text has no exponent below 1e21. */
function divideText(nanos: string): number {
  return nanos.length <= 3 ? 0 : Number(nanos.slice(0, -3));
}
