import type { OtlpKeyValue } from "../decode/otlp-request.js";
import { readAnyValue, type AttributeValue } from "./read-any-value.js";

/** listContent returns attributes, all of them and uncut, in an order that does not depend on how they were sent. */
export function listContent(attributes: readonly OtlpKeyValue[] | null | undefined): [string, AttributeValue | null][] {
  const content = (attributes ?? []).map(({ key, value }): [string, AttributeValue | null] => [
    key ?? "",
    readAnyValue(value) ?? null,
  ]);
  return content.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}
