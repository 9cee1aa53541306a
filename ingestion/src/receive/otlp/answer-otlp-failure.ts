import type { FastifyReply, FastifyRequest } from "fastify";
import type { Type } from "protobufjs";
import type { DoorParts } from "../door.js";
import { readRefusal, type RequestFailure } from "../read-refusal.js";
import { CONTENT_TYPES, findEncoding } from "./encoding.js";
import { encodeMessage } from "./encode-message.js";

/** Codes of google.rpc by HTTP status: invalid argument, permission denied, not found, resource exhausted, internal, unavailable, unauthenticated. */
const RPC_CODES: Readonly<Record<number, number>> = {
  400: 3,
  401: 16,
  403: 7,
  413: 8,
  415: 3,
  429: 8,
  500: 13,
  503: 14,
};
const UNKNOWN = 2;
const INTERNAL = "the request failed inside; nothing of it is acknowledged, send it again";

/** answerOtlpFailure answers a request that was not taken with a `google.rpc.Status` in the request's encoding, JSON where that is unknown. */
export function answerOtlpFailure(
  cause: RequestFailure,
  { request, reply, status }: { request: FastifyRequest; reply: FastifyReply; status: Type },
  { logger, metrics }: Pick<DoorParts, "logger" | "metrics">,
): FastifyReply {
  const refusal = readRefusal(cause);
  if (refusal === undefined)
    logger.error({ cause: String(cause.stack ?? cause), path: request.url.split("?")[0] }, "request failed");
  else metrics.refusedRequests.inc({ code: refusal.code });
  if (refusal?.retryAfterSeconds !== undefined) reply.header("retry-after", String(refusal.retryAfterSeconds));
  if (refusal?.status === 401) reply.header("www-authenticate", "Bearer");
  const httpStatus = refusal?.status ?? 500;
  const encoding = findEncoding(request.headers["content-type"]) ?? "json";
  const message = { code: RPC_CODES[httpStatus] ?? UNKNOWN, message: refusal?.message ?? INTERNAL };
  return reply
    .status(httpStatus)
    .type(CONTENT_TYPES[encoding])
    .send(encodeMessage(message, encoding, status));
}
