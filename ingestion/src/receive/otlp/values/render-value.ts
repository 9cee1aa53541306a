import type { AttributeValue } from "./read-any-value.js";

/** renderValue writes a value as text, lists and maps as JSON: a map has no text of its own. */
export function renderValue(value: AttributeValue): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
