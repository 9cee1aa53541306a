import { parse } from "lossless-json";
import { HttpRefusal } from "../http-refusal.js";

/** Whole numbers of 16 digits and more may lie beyond what a double holds exactly (2^53). */
const LONG_NUMBER = /\d{16}/;
const LONG_WHOLE_NUMBER = /^-?\d{16,}$/;

/**
 * readPayload parses JSON. Whole numbers too long to be exact become texts, because they are ids: two orders must not become one.
 * Throws `HttpRefusal` 400 for anything that is no JSON.
 */
export function readPayload(text: string): unknown {
  try {
    // The exact parser takes five times as long (7 MB: 230 ms against 48), so it reads only what needs it.
    return LONG_NUMBER.test(text) ? parseExactly(text) : (JSON.parse(text) as unknown);
  } catch (cause) {
    const detail = cause instanceof RangeError ? "it is nested too deeply" : readMessage(cause);
    throw new HttpRefusal(400, "unreadable", `the body is not JSON: ${detail}`);
  }
}

function parseExactly(text: string): unknown {
  return parse(text, null, {
    parseNumber: (number) => (LONG_WHOLE_NUMBER.test(number) ? number : Number(number)),
    onDuplicateKey: ({ newValue }) => newValue,
  });
}

function readMessage(cause: unknown): string {
  return cause instanceof Error ? cause.message.slice(0, 200) : "";
}
