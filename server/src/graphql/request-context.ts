import type { FastifyReply, FastifyRequest } from "fastify";
import type { Scope } from "../scope/scope.js";
import type { RequestHeaders } from "../scope/authenticator.js";

/** RequestContext is what every resolver gets: who asks, and the HTTP exchange when there is one (not on a WebSocket). */
export interface RequestContext {
  readonly scope: Scope | undefined;
  readonly headers: RequestHeaders;
  readonly request: FastifyRequest | undefined;
  readonly reply: FastifyReply | undefined;
}
