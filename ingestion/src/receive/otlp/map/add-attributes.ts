import type { OtlpKeyValue } from "../decode/otlp-request.js";
import { cutText } from "../values/cut-text.js";
import { readAnyValue } from "../values/read-any-value.js";
import { isOwnName } from "./own-fields.js";

/** MAX_ENTRIES is how many attributes an event can have. */
export const MAX_ENTRIES = 64;
/** Limits of an event's attributes (CONTRACT 2.1); what does not fit is left out or cut, never a reason to refuse. */
const MAX_NAME = 128;
const MAX_TEXT = 1024;

/** FlatAttributes are the attributes of an event. */
export type FlatAttributes = Record<string, string | number | boolean>;

/** addAttributes adds attributes that fill no field, flat: lists and maps as JSON. The first of a name stays, and at most 64. */
export function addAttributes(target: FlatAttributes, attributes: readonly OtlpKeyValue[] | null | undefined): void {
  let count = Object.keys(target).length;
  for (const { key, value } of attributes ?? []) {
    if (count >= MAX_ENTRIES) return;
    const name = key ?? "";
    if (!isName(name) || name in target) continue;
    const read = readAnyValue(value);
    if (read === undefined) continue;
    if (typeof read === "string") target[name] = cutText(read, MAX_TEXT);
    else target[name] = typeof read === "object" ? cutText(JSON.stringify(read), MAX_TEXT) : read;
    count += 1;
  }
}

/** A longer name cannot be cut: it would be another name. `name in target` also leaves out what every object has, `__proto__` above all. */
function isName(name: string): boolean {
  return name !== "" && name.length <= MAX_NAME && !isOwnName(name) && !name.includes("\0");
}
