import type { ClickHouse, Postgres } from "@watchfloor/sql";
import Fastify from "fastify";
import { serveHealth } from "./serve-health.js";

/** startHealth serves health and figures alone, for a process that hosts neither pages nor receivers. */
export async function startHealth(options: {
  host: string;
  port: number;
  clickhouse: ClickHouse;
  postgres: Postgres;
  now: () => Date;
}): Promise<{ close(): Promise<void> }> {
  const app = Fastify();
  serveHealth(app, options);
  await app.listen({ host: options.host, port: options.port });
  return { close: () => app.close() };
}
