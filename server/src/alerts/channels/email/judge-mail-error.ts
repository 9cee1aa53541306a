import type { SendResult } from "../send-outcome.js";

/** JudgedMail is what an error of the mail server means for the delivery. */
export interface JudgedMail {
  readonly result: SendResult;
  readonly status: number | null;
  readonly detail: string;
}

/** Codes of errors that are ours or the server's as a whole, not the recipient's: `EAUTH` is our password, `EDNS` our settings. */
const OURS = new Set(["EAUTH", "EDNS", "ECONNECTION", "ETIMEDOUT", "ESOCKET", "ETLS", "EOAUTH2", "ENOAUTH"]);

/** judgeMailError: 4xx is tried again, 5xx is final (RFC 5321 4.2.1), and what our own mail server is to blame for is tried again. */
export function judgeMailError(cause: unknown): JudgedMail {
  const status = readNumber(cause, "responseCode");
  const code = readText(cause, "code");
  const isFinal = status !== null && status >= 500 && status < 600 && !OURS.has(code);
  const why = [status ?? "", code].filter((part) => part !== "").join(", ");
  return isFinal
    ? { result: "permanent", status, detail: `The mail server refuses the mail (${why}).` }
    : { result: "retry", status, detail: `The mail could not be given to the mail server (${why || "no answer"}).` };
}

function readNumber(cause: unknown, name: string): number | null {
  const value: unknown = typeof cause === "object" && cause !== null ? Reflect.get(cause, name) : undefined;
  return typeof value === "number" ? value : null;
}

function readText(cause: unknown, name: string): string {
  const value: unknown = typeof cause === "object" && cause !== null ? Reflect.get(cause, name) : undefined;
  return typeof value === "string" ? value : "";
}
