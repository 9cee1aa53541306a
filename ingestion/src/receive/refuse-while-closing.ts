import type { FastifyInstance } from "fastify";
import { HttpRefusal } from "./http-refusal.js";

/** A process that is replaced is back by then; where several receive, another takes the request at once. */
const RETRY_AFTER_SECONDS = 2;
/** What a supervisor asks until the end. */
const ALWAYS_ANSWERED = new Set(["/healthz", "/metrics"]);

/**
 * refuseWhileClosing answers requests that arrive while the receiver closes (on connections that are open already) with 503,
 * when to come again, and the end of the connection. Requests that had arrived before are finished.
 */
export function refuseWhileClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook("preClose", (done) => {
    isClosing = true;
    done();
  });
  app.addHook("onRequest", (request, _reply, done) => {
    if (!isClosing || ALWAYS_ANSWERED.has(request.routeOptions.url ?? "")) return done();
    done(new HttpRefusal(503, "closing", "the receiver is closing: send the request again", RETRY_AFTER_SECONDS));
  });
  // Whoever keeps a connection open is told, with the last answer on it, to open another one.
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (isClosing) reply.header("connection", "close");
    done(null, payload);
  });
}
