import Fastify, { type FastifyInstance } from "fastify";
import { answerFailure } from "./answer-failure.js";
import { MAX_BODY_BYTES } from "./decompress-body.js";
import type { Door, DoorParts } from "./door.js";
import { openEventsDoor } from "./open-events-door.js";
import { observeRequests } from "./observe-requests.js";
import { refuseWhileClosing } from "./refuse-while-closing.js";
import { openLogsDoor } from "./otlp/open-logs-door.js";
import { openMetricsDoor } from "./otlp/open-metrics-door.js";
import { openTracesDoor } from "./otlp/open-traces-door.js";
import type { RequestFailure } from "./read-refusal.js";
import { openWebhooksDoor } from "./webhooks/open-webhooks-door.js";

/** ReceiverOptions are what the HTTP receiver stands on. */
export interface ReceiverOptions extends DoorParts {
  /** Names of what is missing before requests can be served; empty = ready. */
  readonly findMissing: () => Promise<string[]>;
}

/** DOORS are the ways in over HTTP; a further protocol is a further door. */
const DOORS: readonly Door[] = [openEventsDoor, openTracesDoor, openLogsDoor, openMetricsDoor, openWebhooksDoor];

/** buildReceiver wires the HTTP doors of ingestion; the caller listens. */
export function buildReceiver(options: ReceiverOptions): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    keepAliveTimeout: 65_000,
    requestTimeout: 60_000,
    // Ours says when to come again.
    return503OnClosing: false,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.setErrorHandler((cause: RequestFailure, request, reply) => answerFailure(cause, request, reply, options));
  app.setNotFoundHandler((request, reply) =>
    reply.status(404).send({
      error: {
        code: "not_found",
        message: `${request.method} ${request.url.split("?")[0] ?? ""} does not exist: send events to POST /v1/events, OpenTelemetry to POST /v1/traces, /v1/logs, /v1/metrics, webhooks to POST /v1/webhooks/{source}`,
      },
    }),
  );
  refuseWhileClosing(app);
  observeRequests(app, options);
  for (const open of DOORS)
    app.register((instance, _options, done) => {
      open(instance, options);
      done();
    });
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
