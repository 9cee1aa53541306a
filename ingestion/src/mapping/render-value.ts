import type { Value } from "./value.js";

/** renderValue writes a value as text. */
export function renderValue(value: Value & {}): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
