import type { OtlpKeyValue } from "../decode/otlp-request.js";
import { cutText } from "../values/cut-text.js";
import { readAnyValue, type AttributeValue } from "../values/read-any-value.js";
import { renderValue } from "../values/render-value.js";
import { OWN_NAMES, OWN_PREFIX } from "./own-names.js";

/** MAX_ENTRIES is how many attributes an event can have (CONTRACT 2.1); what does not fit is left out or cut, never a reason to refuse. */
export const MAX_ENTRIES = 64;
const MAX_NAME = 128;
const MAX_TEXT = 1024;

/** FlatAttributes are the attributes of an event. */
export type FlatAttributes = Record<string, string | number | boolean>;

/** Fields are fields of an event as attributes of our namespace give them; nothing has checked them. */
export type Fields = Readonly<Record<string, unknown>>;

/** ReadAttributes are attributes sorted into those that fill fields (undefined = none does) and the others, of which there are `count`. */
export interface ReadAttributes {
  readonly fields: Fields | undefined;
  readonly attributes: FlatAttributes;
  readonly count: number;
}

/** readAttributes sorts attributes; those that fill no field are made flat, lists and maps as JSON. The first of a name stays, and at most 64. */
export function readAttributes(
  given: readonly OtlpKeyValue[] | null | undefined,
  isWorth: (name: string) => boolean = always,
): ReadAttributes {
  let fields: Record<string, unknown> | undefined;
  const attributes: FlatAttributes = {};
  let count = 0;
  for (const { key, value } of given ?? []) {
    if (!key) continue;
    const place = key.startsWith(OWN_PREFIX) ? OWN_NAMES.get(key) : undefined;
    if (place !== undefined) fields = addField(fields, place, readAnyValue(value));
    else if (count < MAX_ENTRIES && isName(key, attributes) && isWorth(key)) {
      const read = readAnyValue(value);
      if (read === undefined) continue;
      attributes[key] = flatten(read);
      count += 1;
    }
  }
  return { fields, attributes, count };
}

function always(): boolean {
  return true;
}

function addField(
  fields: Record<string, unknown> | undefined,
  [field, part]: readonly [string, string?],
  value: AttributeValue | undefined,
): Record<string, unknown> | undefined {
  if (value === undefined) return fields;
  const known = fields ?? {};
  known[field] = part === undefined ? value : { ...(known[field] as object | undefined), [part]: value };
  return known;
}

/** A longer name cannot be cut: it would be another name. `name in attributes` also leaves out what every object has, `__proto__` above all. */
function isName(name: string, attributes: FlatAttributes): boolean {
  return name.length <= MAX_NAME && !(name in attributes) && !name.includes("\0");
}

function flatten(value: AttributeValue): string | number | boolean {
  if (typeof value === "string") return cutText(value, MAX_TEXT);
  return typeof value === "object" ? cutText(renderValue(value), MAX_TEXT) : value;
}
