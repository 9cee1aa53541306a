import type { RequestHeaders } from "../../scope/authenticator.js";
import { readHeader } from "./read-header.js";

/** CSRF_HEADER must accompany a request by cookie that names no origin; another site cannot add it without asking first. */
export const CSRF_HEADER = "x-watchfloor-csrf";

/** OriginRefusal says why a request that rides on a cookie is not taken as the person's own wish. */
export type OriginRefusal = "foreign_origin" | "missing_origin" | "missing_csrf_header";

/**
 * checkOrigin decides whether a request that carries a session cookie, over HTTP or opening a WebSocket, was made by our own
 * pages; undefined = it was. Bearer tokens need no such check: no browser adds them by itself.
 * Browsers name the origin of every POST and every WebSocket; behind a proxy our own host is `x-forwarded-host`, a header
 * that a page of another site cannot set on such requests.
 */
export function checkOrigin(headers: RequestHeaders): OriginRefusal | undefined {
  const origin = readHeader(headers, "origin");
  if (origin !== undefined) return isOwnOrigin(origin, headers) ? undefined : "foreign_origin";
  if (readHeader(headers, "upgrade")?.toLowerCase() === "websocket") return "missing_origin";
  return readHeader(headers, CSRF_HEADER) === undefined ? "missing_csrf_header" : undefined;
}

function isOwnOrigin(origin: string, headers: RequestHeaders): boolean {
  const host = readHost(origin);
  if (host === undefined) return false;
  const forwarded = readHeader(headers, "x-forwarded-host")?.split(",")[0]?.trim();
  return [readHeader(headers, "host"), forwarded].some(
    (own) => own !== undefined && readHost(`${new URL(origin).protocol}//${own}`) === host,
  );
}

/** readHost leaves the scheme's own port away, as browsers do: https://a and https://a:443 are one origin. */
function readHost(origin: string): string | undefined {
  if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return undefined;
  return new URL(origin).host.toLowerCase();
}
