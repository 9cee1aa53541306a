import { createHash } from "node:crypto";
import type { SlaPolicyVersion } from "@watchfloor/sql";
import { policyFingerprint } from "../policy-fingerprint.js";
import type { SlaBook } from "../sla-book.js";

/** Promises that are decided in another way get other numbers. */
const FORM = "1";

/** numberBook is the number of a book in `promise_book`, as decimal text: of two books that could decide differently they differ. */
export function numberBook(book: SlaBook): string {
  const text = [FORM, policyFingerprint(book).text, process.versions["tz"] ?? ""].join(" ");
  const number = createHash("sha256").update(text).digest().readBigUInt64BE();
  return String(number === 0n ? 1n : number);
}

/** namePolicy is a version of a policy in `promise_policy`. */
export function namePolicy({ id, version }: Pick<SlaPolicyVersion, "id" | "version">): string {
  return `${id}@${version}`;
}
