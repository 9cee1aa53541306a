import type { EventError } from "../../../events/event-document.js";
import type { OtlpSpan } from "../decode/otlp-request.js";
import { cutText } from "../values/cut-text.js";
import { readAnyValue } from "../values/read-any-value.js";
import { renderValue } from "../values/render-value.js";
import type { FlatAttributes } from "./read-attributes.js";

const EXCEPTION = "exception";
const CODES = [
  "error.code",
  "http.response.status_code",
  "http.status_code",
  "rpc.grpc.status_code",
  "db.response.status_code",
];
const MAX_WORD = 256;
const MAX_MESSAGE = 8192;

/** buildError says what failed in a span: its last recorded exception, else its status. The caller knows that it failed. */
export function buildError(span: OtlpSpan, attributes: FlatAttributes): EventError {
  const raised = findException(span);
  const word = raised["exception.type"] ?? attributes["error.type"];
  const code = CODES.map((name) => attributes[name]).find((value) => value !== undefined);
  const message = raised["exception.message"] || span.status?.message;
  return {
    ...(word === undefined ? {} : { class: cutText(String(word), MAX_WORD) }),
    ...(code === undefined ? {} : { code: cutText(String(code), MAX_WORD) }),
    ...(message ? { message: cutText(message, MAX_MESSAGE) } : {}),
  };
}

/** An exception that is caught and raised again is recorded again: the last one is what ended the span. */
function findException(span: OtlpSpan): Readonly<Record<string, string | undefined>> {
  const event = span.events?.findLast(({ name }) => name === EXCEPTION);
  const found: Record<string, string> = {};
  for (const { key, value } of event?.attributes ?? []) {
    const read = readAnyValue(value);
    if ((key === "exception.type" || key === "exception.message") && read !== undefined) found[key] = renderValue(read);
  }
  return found;
}
