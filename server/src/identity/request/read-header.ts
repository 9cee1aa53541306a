import type { RequestHeaders } from "../../scope/authenticator.js";

/** readHeader returns a header's value, the first when it was sent several times; undefined when absent or empty. */
export function readHeader(headers: RequestHeaders, name: string): string | undefined {
  const value = headers[name];
  const first = typeof value === "string" ? value : value?.[0];
  return first === undefined || first === "" ? undefined : first;
}
