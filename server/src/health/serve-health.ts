import { findMissingEngines, type ClickHouse, type Postgres } from "@watchfloor/sql";
import type { FastifyInstance } from "fastify";
import { collectAlertFigures } from "../alerts/health/collect-alert-figures.js";
import { collectImageFigures } from "../alerts/health/collect-image-figures.js";
import { collectDeliveryFigures } from "../alerts/health/collect-delivery-figures.js";
import { collectDefaultMetrics, Registry } from "prom-client";

/** serveHealth adds /healthz (alive), /readyz (can serve; says what is missing) and /metrics (Prometheus text). */
export function serveHealth(
  app: FastifyInstance,
  engines: { clickhouse: ClickHouse; postgres: Postgres; now: () => Date },
): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "watchfloor_" });
  collectAlertFigures(registry, engines.postgres);
  collectDeliveryFigures(registry, engines.postgres, engines.now);
  collectImageFigures(registry, engines.postgres, engines.now);
  app.get("/healthz", () => ({ status: "alive" }));
  app.get("/readyz", async (_request, reply) => {
    const missing = await findMissingEngines(engines);
    const status = missing.length === 0 ? "ready" : "not ready";
    return reply.status(missing.length === 0 ? 200 : 503).send({ status, missing });
  });
  app.get("/metrics", async (_request, reply) =>
    reply.type("text/plain; version=0.0.4; charset=utf-8").send(await registry.metrics()),
  );
  return registry;
}
