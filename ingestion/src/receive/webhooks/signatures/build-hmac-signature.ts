import { createHmac } from "node:crypto";
import { isSameText } from "./is-same-text.js";
import { readHeader } from "./read-header.js";
import type { SignatureStyle } from "./signature-style.js";

/** HmacStyle says in which header an HMAC-SHA-256 of the body travels, and how it is written. */
export interface HmacStyle {
  readonly header: string;
  readonly prefix: string;
  readonly encoding: "base64" | "hex";
  readonly delivery: string;
}

/** buildHmacSignature makes the style of senders that sign the body alone. They sign no time: a message sent again is a repetition by its ids. */
export function buildHmacSignature({ header, prefix, encoding, delivery }: HmacStyle): SignatureStyle {
  const length = prefix.length + (encoding === "hex" ? 64 : 44);
  return {
    checkHeaders: (headers) =>
      readHeader(headers, header)?.length === length ? undefined : `send the header ${header} with the signature`,
    isSigned({ headers, bytes }, secret) {
      const expected = prefix + createHmac("sha256", secret).update(bytes).digest(encoding);
      return isSameText(readHeader(headers, header) ?? "", expected);
    },
    findDelivery: (headers) => readHeader(headers, delivery),
  };
}
