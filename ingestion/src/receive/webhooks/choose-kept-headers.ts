import type { PayloadHeaders } from "../../mapping/payload/map-payload.js";
import type { RequestHeaders } from "../cloud-events/read-cloud-events.js";

/** What says something about the message; the rest is about the connection. */
const KEPT = /^(x-|webhook-)/;
/** Signatures and credentials are no part of the message; addresses of proxies are nobody's business. */
const DROPPED = /signature|hmac|secret|token|authorization|cookie|api-?key|forwarded|real-ip|request-id|trace/;
const LONGEST = 1024;

/** chooseKeptHeaders picks the headers that mappings read, and that are kept with a payload that must be mapped again. */
export function chooseKeptHeaders(headers: RequestHeaders): PayloadHeaders {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (typeof value === "string" && KEPT.test(name) && !DROPPED.test(name)) kept[name] = value.slice(0, LONGEST);
  return kept;
}
