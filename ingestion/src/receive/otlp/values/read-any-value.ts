import type { OtlpAnyValue, OtlpKeyValue } from "../decode/otlp-request.js";
import { readWhole } from "./read-whole.js";

/** Values nested deeper than anybody reads are left out. */
const MAX_DEPTH = 32;

/** AttributeValue is the value of an attribute: a flat one, or lists and maps of them. */
export type AttributeValue = string | number | boolean | AttributeValue[] | { [name: string]: AttributeValue };

/** readAnyValue returns what an attribute says; undefined when nothing. Numbers that JSON cannot write, and integers beyond 2^53, are texts. */
export function readAnyValue(value: OtlpAnyValue | null | undefined, depth = 0): AttributeValue | undefined {
  if (value === undefined || value === null || depth > MAX_DEPTH) return undefined;
  if (isGiven(value.stringValue)) return value.stringValue;
  if (isGiven(value.boolValue)) return value.boolValue;
  // TRICKY: an optional 64-bit integer that was not sent is an inherited 0 in what protobufjs decodes; other absent fields are null.
  if (Object.hasOwn(value, "intValue") && isGiven(value.intValue)) return readWhole(value.intValue);
  if (isGiven(value.doubleValue)) return readDouble(value.doubleValue);
  if (isGiven(value.arrayValue)) return readList(value.arrayValue.values ?? [], depth);
  if (isGiven(value.kvlistValue)) return readMap(value.kvlistValue.values ?? [], depth);
  if (isGiven(value.bytesValue))
    return typeof value.bytesValue === "string" ? value.bytesValue : Buffer.from(value.bytesValue).toString("base64");
  return undefined;
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== undefined && value !== null;
}

function readDouble(value: number | string): number | string {
  const read = Number(value);
  return Number.isFinite(read) ? read : String(value);
}

function readList(values: readonly OtlpAnyValue[], depth: number): AttributeValue[] {
  return values.map((value) => readAnyValue(value, depth + 1) ?? "");
}

function readMap(entries: readonly OtlpKeyValue[], depth: number): Record<string, AttributeValue> {
  const map: Record<string, AttributeValue> = Object.create(null) as Record<string, AttributeValue>;
  for (const { key, value } of entries) {
    const read = readAnyValue(value, depth + 1);
    if (read !== undefined) map[key ?? ""] = read;
  }
  return map;
}
