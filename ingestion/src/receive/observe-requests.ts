import type { FastifyInstance } from "fastify";
import type { DoorParts } from "./door.js";

/** observeRequests measures every request to a door and, at level `debug`, logs it: what it was and how it ended, nothing it carried. */
export function observeRequests(
  app: FastifyInstance,
  { metrics, logger }: Pick<DoorParts, "metrics" | "logger">,
): void {
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "";
    if (route.startsWith("/v1/")) {
      const bytes = Buffer.isBuffer(request.body) ? request.body.length : undefined;
      const answered = { route, status: reply.statusCode, seconds: reply.elapsedTime / 1_000, bytes };
      metrics.observeRequest(answered);
      logger.debug({ request: request.id, method: request.method, ...answered }, "request answered");
    }
    done();
  });
}
