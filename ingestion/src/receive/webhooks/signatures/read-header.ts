import type { RequestHeaders } from "../../cloud-events/read-cloud-events.js";

/** readHeader gives a header that was sent once and is not empty. */
export function readHeader(headers: RequestHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
