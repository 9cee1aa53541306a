import type { OtlpWhole } from "../decode/otlp-request.js";

const HIGH = 2 ** 32;

/** readWhole returns a 64-bit integer as a number where a number holds it exactly, else as decimal text; absent stays so. */
export function readWhole(value: OtlpWhole | null | undefined): number | string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number") return value;
  if (typeof value === "string") {
    const read = Number(value);
    return Number.isSafeInteger(read) ? read : value;
  }
  const high = value.unsigned ? value.high >>> 0 : value.high;
  const read = high * HIGH + (value.low >>> 0);
  return Number.isSafeInteger(read) ? read : String(BigInt(high) * BigInt(HIGH) + BigInt(value.low >>> 0));
}
