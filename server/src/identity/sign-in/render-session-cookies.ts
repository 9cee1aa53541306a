import { SESSION_DAYS } from "../session/session-days.js";

const DAY_SECONDS = 86_400;

/**
 * renderSessionCookies finishes the library's Set-Cookie headers: Secure when the browser reached us over https, and a life
 * as long as a session can be prolonged to, because the database decides when it ends and not the browser.
 */
export function renderSessionCookies(setCookies: readonly string[], isSecure: boolean): string[] {
  return setCookies.map((cookie) => {
    const [pair = "", ...attributes] = cookie.split("; ");
    const kept = attributes
      .filter((attribute) => attribute.toLowerCase() !== "secure")
      .map((attribute) => attribute.replace(/^Max-Age=[1-9]\d*$/i, `Max-Age=${SESSION_DAYS * DAY_SECONDS}`));
    return [pair, ...kept, ...(isSecure ? ["Secure"] : [])].join("; ");
  });
}
