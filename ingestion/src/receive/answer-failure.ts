import { renderFailure } from "@watchfloor/sql";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { DoorParts } from "./door.js";
import { readRefusal, type RequestFailure } from "./read-refusal.js";

/** answerFailure answers a request that was not taken: what is wrong and what to do. A fault of ours is logged without the payload. */
export function answerFailure(
  cause: RequestFailure,
  request: FastifyRequest,
  reply: FastifyReply,
  { logger, metrics }: Pick<DoorParts, "logger" | "metrics">,
): FastifyReply {
  const refusal = readRefusal(cause);
  if (refusal !== undefined) {
    metrics.refusedRequests.inc({ code: refusal.code });
    if (refusal.retryAfterSeconds !== undefined) reply.header("retry-after", String(refusal.retryAfterSeconds));
    // Whoever signs has no use for a bearer key.
    if (refusal.status === 401)
      reply.header("www-authenticate", refusal.code === "invalid_signature" ? "Signature" : "Bearer");
    // TRICKY: Fastify closes the connection of a body that is too large. Who is still sending it then sees a broken connection instead
    // of the answer; kept open, the rest is read and dropped, for at most the time a request may take.
    if (refusal.status === 413) reply.removeHeader("connection");
    return reply.status(refusal.status).send({ error: { code: refusal.code, message: refusal.message } });
  }
  logger.error({ cause: renderFailure(cause), route: request.routeOptions.url }, "request failed");
  return reply.status(500).send({
    error: { code: "internal", message: "the request failed inside; nothing of it is acknowledged, send it again" },
  });
}
