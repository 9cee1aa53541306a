import type { ClickHouse, Postgres } from "@watchfloor/sql";
import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Registry } from "prom-client";

/** serveHealth adds /healthz (alive), /readyz (can serve; says what is missing) and /metrics (Prometheus text). */
export function serveHealth(app: FastifyInstance, engines: { clickhouse: ClickHouse; postgres: Postgres }): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "watchfloor_" });
  app.get("/healthz", () => ({ status: "alive" }));
  app.get("/readyz", async (_request, reply) => {
    const missing = await findMissing(engines);
    const status = missing.length === 0 ? "ready" : "not ready";
    return reply.status(missing.length === 0 ? 200 : 503).send({ status, missing });
  });
  app.get("/metrics", async (_request, reply) =>
    reply.type("text/plain; version=0.0.4; charset=utf-8").send(await registry.metrics()),
  );
  return registry;
}

async function findMissing({
  clickhouse,
  postgres,
}: {
  clickhouse: ClickHouse;
  postgres: Postgres;
}): Promise<string[]> {
  const missing: string[] = [];
  await clickhouse
    .query({ name: "health.ready", sql: "SELECT 1", maxSeconds: 5 })
    .catch(() => missing.push("clickhouse"));
  await postgres.db.execute("SELECT 1").catch(() => missing.push("postgres"));
  return missing;
}
