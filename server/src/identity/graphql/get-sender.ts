import { Problem } from "../../graphql/problem.js";
import type { RequestContext } from "../../graphql/request-context.js";
import { checkOrigin } from "../request/check-origin.js";
import { readHeader } from "../request/read-header.js";

/**
 * getSender returns where a sign-in comes from. Throws a `Problem` over a WebSocket, where no cookie can be set, and for a page
 * of another site, which could otherwise sign a visitor in as somebody else.
 */
export function getSender({ request, reply, headers }: RequestContext): { address: string; userAgent: string } {
  if (request === undefined || reply === undefined) {
    throw new Problem("BAD_USER_INPUT", "signIn works over HTTP only.", { remedy: "POST it to /graphql." });
  }
  if (checkOrigin(headers) === "foreign_origin") {
    throw new Problem("FORBIDDEN", "Sign in on the product's own page.", {
      remedy: "Open it at the address it is served at.",
    });
  }
  return { address: request.ip, userAgent: readHeader(headers, "user-agent") ?? "" };
}
