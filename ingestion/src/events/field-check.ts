import { readInstant } from "./read-instant.js";
import type { Refusal } from "./refusal.js";

/** FieldCheck says what is wrong with a present value, or undefined when it is right. `field` is its path. */
export type FieldCheck = (value: unknown, field: string) => Refusal | undefined;

/** Greatest magnitude that Decimal(38, 9) and a double both hold to the cent. */
const MAX_NUMBER = 1e15;
const EARLIEST_INSTANT = Date.UTC(1970, 0, 1);
/** ClickHouse's Date ends in 2149. */
const LATEST_INSTANT = Date.UTC(2149, 0, 1);

const refuse = (reason: Refusal["reason"], field: string, detail: string): Refusal => ({ reason, field, detail });

/** text checks a non-empty string of at most `maxLength` characters. */
export function text(maxLength: number): FieldCheck {
  return (value, field) => {
    if (typeof value !== "string") return refuse("wrong_type", field, `${field} must be a string`);
    if (value === "") return refuse("missing_field", field, `${field} is empty: leave it out or give a value`);
    if (value.length > maxLength)
      return refuse("too_long", field, `${field} has ${value.length} characters, at most ${maxLength} are allowed`);
    if (value.includes("\0"))
      return refuse(
        "value_out_of_range",
        field,
        `${field} holds the character NUL, which no text can hold: leave it out`,
      );
    return undefined;
  };
}

/** optionalText is `text` for fields where an empty string means absent. */
export function optionalText(maxLength: number): FieldCheck {
  const check = text(maxLength);
  return (value, field) => (value === "" ? undefined : check(value, field));
}

/** version checks a text or a finite number. */
export const version: FieldCheck = (value, field) =>
  typeof value === "number" && Number.isFinite(value) ? undefined : optionalText(200)(value, field);

/** instant checks an RFC 3339 text with zone between 1970 and 2149. */
export const instant: FieldCheck = (value, field) => {
  if (typeof value !== "string")
    return refuse("wrong_type", field, `${field} must be an RFC 3339 text with zone, such as 2026-06-01T08:00:00Z`);
  const at = readInstant(value);
  if (at === undefined)
    return refuse("wrong_type", field, `${field} is not an RFC 3339 instant with zone, such as 2026-06-01T08:00:00Z`);
  if (at < EARLIEST_INSTANT || at >= LATEST_INSTANT)
    return refuse("value_out_of_range", field, `${field} must lie between 1970 and 2149`);
  return undefined;
};

/** number checks a finite number, or its decimal text, within `min` and `max`. */
export function number(min = -MAX_NUMBER, max = MAX_NUMBER): FieldCheck {
  return (value, field) => {
    const isText = typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);
    const read = isText ? Number(value) : value;
    if (typeof read !== "number" || !Number.isFinite(read))
      return refuse("wrong_type", field, `${field} must be a number`);
    if (read < min || read > max)
      return refuse("value_out_of_range", field, `${field} must lie between ${min} and ${max}`);
    return undefined;
  };
}

/** integer checks a whole JSON number within `min` and `max`. */
export function integer(min: number, max: number): FieldCheck {
  return (value, field) => {
    if (typeof value !== "number" || !Number.isInteger(value))
      return refuse("wrong_type", field, `${field} must be a whole number`);
    if (value < min || value > max)
      return refuse("value_out_of_range", field, `${field} must lie between ${min} and ${max}`);
    return undefined;
  };
}

/** flag checks a JSON boolean. */
export const flag: FieldCheck = (value, field) =>
  typeof value === "boolean" ? undefined : refuse("wrong_type", field, `${field} must be true or false`);

/** oneOf checks a value of a closed list. */
export function oneOf(values: readonly string[]): FieldCheck {
  const allowed = new Set<unknown>(values);
  return (value, field) => {
    if (allowed.has(value)) return undefined;
    const reason = typeof value === "string" ? "value_out_of_range" : "wrong_type";
    return refuse(reason, field, `${field} must be one of ${values.join(", ")}`);
  };
}

/** shape checks a JSON object: `required` fields must be present, unknown ones are let through. */
export function shape(fields: Readonly<Record<string, FieldCheck>>, required: readonly string[] = []): FieldCheck {
  const checks = Object.entries(fields);
  return (value, field) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return refuse("wrong_type", field, `${field} must be an object`);
    const entries = value as Readonly<Record<string, unknown>>;
    for (const name of required)
      if (entries[name] === undefined || entries[name] === null)
        return refuse("missing_field", `${field}.${name}`, `${field}.${name} is required`);
    for (const [name, check] of checks) {
      const found = entries[name];
      const refusal = found === undefined || found === null ? undefined : check(found, `${field}.${name}`);
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  };
}
