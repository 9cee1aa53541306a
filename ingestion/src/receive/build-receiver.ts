import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { IngestKey } from "../events/ingest-key.js";
import type { IngestionMetrics } from "../health/ingestion-metrics.js";
import type { Intake } from "../pipeline/intake.js";
import { SpoolFull } from "../spool/spool-full.js";
import { HttpRefusal } from "./http-refusal.js";
import { MAX_BODY_BYTES, readBody } from "./read-body.js";

/** ReceiverOptions are what the HTTP receiver stands on. */
export interface ReceiverOptions {
  readonly intake: Intake;
  readonly findKey: (secret: string) => Promise<IngestKey | undefined>;
  readonly metrics: IngestionMetrics;
  readonly logger: Logger;
  /** Names of what is missing before requests can be served; empty = ready. */
  readonly findMissing: () => Promise<string[]>;
}

const keys = new WeakMap<FastifyRequest, IngestKey>();

/** buildReceiver wires the HTTP doors of ingestion; the caller listens. */
export function buildReceiver(options: ReceiverOptions): FastifyInstance {
  const app = Fastify({ logger: false, bodyLimit: MAX_BODY_BYTES, keepAliveTimeout: 65_000, requestTimeout: 60_000 });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.setErrorHandler((cause: Error & { code?: string; statusCode?: number }, request, reply) =>
    answerFailure(cause, request, reply, options),
  );
  app.setNotFoundHandler((request, reply) =>
    reply.status(404).send({
      error: {
        code: "not_found",
        message: `${request.method} ${request.url.split("?")[0] ?? ""} does not exist: send events to POST /v1/events`,
      },
    }),
  );

  app.post("/v1/events", { onRequest: (request) => authenticate(request, options) }, (request, reply) =>
    receiveEvents(request, reply, options),
  );
  app.get("/healthz", () => ({ status: "alive" }));
  app.get("/readyz", async (_request, reply) => {
    const missing = await options.findMissing();
    return reply
      .status(missing.length === 0 ? 200 : 503)
      .send({ status: missing.length === 0 ? "ready" : "not ready", missing });
  });
  app.get("/metrics", async (_request, reply) =>
    reply.type("text/plain; version=0.0.4; charset=utf-8").send(await options.metrics.render()),
  );
  return app;
}

async function authenticate(request: FastifyRequest, { findKey, metrics }: ReceiverOptions): Promise<void> {
  const secret = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const key = secret === undefined ? undefined : await findKey(secret);
  if (key === undefined) {
    metrics.refusedRequests.inc({ code: "unauthenticated" });
    throw new HttpRefusal(
      401,
      "unauthenticated",
      secret === undefined
        ? "send the header Authorization: Bearer <ingest key>"
        : "this key is unknown or was revoked",
    );
  }
  keys.set(request, key);
}

async function receiveEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  options: ReceiverOptions,
): Promise<FastifyReply> {
  const key = keys.get(request);
  if (key === undefined)
    throw new HttpRefusal(401, "unauthenticated", "send the header Authorization: Bearer <ingest key>");
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const events = await readBody(body, request.headers);
  const answer = await options.intake.accept({ key, events });
  options.metrics.countAnswer(answer);
  return reply.status(answer.rejected.length > 0 ? 207 : 200).send(answer);
}

function answerFailure(
  cause: Error & { code?: string; statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
  { logger, metrics }: ReceiverOptions,
): FastifyReply {
  const refusal = readRefusal(cause);
  if (refusal !== undefined) {
    metrics.refusedRequests.inc({ code: refusal.code });
    if (refusal.retryAfterSeconds !== undefined) reply.header("retry-after", String(refusal.retryAfterSeconds));
    if (refusal.status === 401) reply.header("www-authenticate", "Bearer");
    return reply.status(refusal.status).send({ error: { code: refusal.code, message: refusal.message } });
  }
  logger.error({ cause: String(cause.stack ?? cause), path: request.url.split("?")[0] }, "request failed");
  return reply.status(500).send({
    error: { code: "internal", message: "the request failed inside; nothing of it is acknowledged, send it again" },
  });
}

function readRefusal(cause: Error & { code?: string; statusCode?: number }): HttpRefusal | undefined {
  if (cause instanceof HttpRefusal) return cause;
  if (cause instanceof SpoolFull) return new HttpRefusal(503, "spool_full", cause.message, cause.retryAfterSeconds);
  if (cause.code === "FST_ERR_CTP_BODY_TOO_LARGE")
    return new HttpRefusal(413, "too_large", "the body is larger than 10 MiB: send smaller batches");
  if (cause.statusCode !== undefined && cause.statusCode >= 400 && cause.statusCode < 500)
    return new HttpRefusal(400, "unreadable", cause.message);
  return undefined;
}
