import type { OtlpBytes } from "../decode/otlp-request.js";

const HEX = /^[0-9a-f]+$/;
const ZEROS = /^0*$/;

/**
 * readId returns a trace or span id of `bytes` bytes in lower-case hexadecimal: "" when it is absent or all zero, which the
 * protocol calls invalid, undefined when it is no id of that length.
 */
export function readId(value: OtlpBytes | null | undefined, bytes: 8 | 16): string | undefined {
  if (value === undefined || value === null || value.length === 0) return "";
  const text = typeof value === "string" ? readHex(value) : renderHex(value);
  if (text?.length !== bytes * 2) return undefined;
  return text.startsWith("0") && ZEROS.test(text) ? "" : text;
}

function readHex(text: string): string | undefined {
  const lower = text.toLowerCase();
  return HEX.test(lower) ? lower : undefined;
}

function renderHex(bytes: Uint8Array): string {
  return Buffer.isBuffer(bytes) ? bytes.toString("hex") : Buffer.from(bytes).toString("hex");
}
