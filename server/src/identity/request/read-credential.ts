import type { RequestHeaders } from "../../scope/authenticator.js";
import { readHeader } from "./read-header.js";

/** SESSION_COOKIE is the name of the browser's session cookie. */
export const SESSION_COOKIE = "watchfloor.session";

/** Credential is what a request presents: the browser's cookie, a session token of a script, or a key. */
export interface Credential {
  readonly kind: "cookie" | "session_token" | "read_key" | "ingest_key";
  readonly value: string;
}

/** readCredential finds what a request presents. A bearer token goes before the cookie; undefined when there is neither. */
export function readCredential(headers: RequestHeaders): Credential | undefined {
  const bearer = /^Bearer +(\S+)$/i.exec(readHeader(headers, "authorization")?.trim() ?? "")?.[1];
  if (bearer !== undefined) return { kind: chooseKind(bearer), value: bearer };
  if (readHeader(headers, "authorization") !== undefined) return undefined;
  const cookie = readCookie(readHeader(headers, "cookie") ?? "");
  return cookie === undefined ? undefined : { kind: "cookie", value: cookie };
}

function chooseKind(bearer: string): Credential["kind"] {
  if (bearer.startsWith("wfr_")) return "read_key";
  return bearer.startsWith("wfi_") ? "ingest_key" : "session_token";
}

function readCookie(header: string): string | undefined {
  const prefix = `${SESSION_COOKIE}=`;
  const found = header
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  return found === undefined || found === prefix ? undefined : found.slice(prefix.length);
}
