import type { RequestHeaders } from "../../scope/authenticator.js";
import { readHeader } from "./read-header.js";

/** isServedOverHttps tells whether the browser reached us over https, directly or through a proxy. A false header only makes the sender's own cookie stricter. */
export function isServedOverHttps(protocol: string, headers: RequestHeaders): boolean {
  const forwarded = readHeader(headers, "x-forwarded-proto")?.split(",")[0]?.trim().toLowerCase();
  return protocol === "https" || forwarded === "https";
}
