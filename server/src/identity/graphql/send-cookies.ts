import type { RequestContext } from "../../graphql/request-context.js";
import { isServedOverHttps } from "../request/is-served-over-https.js";
import { renderSessionCookies } from "../sign-in/render-session-cookies.js";

/** sendCookies adds session cookies to the answer; over a WebSocket there is none to add them to. */
export function sendCookies({ request, reply, headers }: RequestContext, setCookies: readonly string[]): void {
  if (request === undefined || reply === undefined) return;
  const isSecure = isServedOverHttps(request.protocol, headers);
  for (const cookie of renderSessionCookies(setCookies, isSecure)) reply.header("set-cookie", cookie);
}
