import type { FastifyReply, FastifyRequest } from "fastify";
import type { RequestContext } from "../graphql/request-context.js";
import type { Authenticator, RequestHeaders } from "../scope/authenticator.js";

/** SocketContext is what graphql-ws says of a WebSocket: its upgrade request, and what the page sent with `connection_init`. */
export interface SocketContext {
  readonly extra: { readonly request: { readonly headers: RequestHeaders } };
  readonly connectionParams?: Readonly<Record<string, unknown>> | null;
}

/** buildContext returns the function that makes the context of one request, or of one operation on a WebSocket. */
export function buildContext(
  authenticator: Authenticator,
): (asker: FastifyRequest | SocketContext, reply?: FastifyReply) => Promise<RequestContext> {
  return async (asker, reply) => {
    if ("extra" in asker) {
      const headers = buildSocketHeaders(asker);
      return { scope: await authenticator.authenticate(headers), headers, request: undefined, reply: undefined };
    }
    return { scope: await authenticator.authenticate(asker.headers), headers: asker.headers, request: asker, reply };
  };
}

/** buildSocketHeaders joins a token from `connectionParams` to the headers of the upgrade, because browsers cannot set headers there. */
export function buildSocketHeaders({ extra, connectionParams }: SocketContext): RequestHeaders {
  const token = connectionParams?.["authorization"] ?? connectionParams?.["Authorization"];
  return typeof token === "string" ? { ...extra.request.headers, authorization: token } : extra.request.headers;
}
