import type { ClickHouse } from "../clickhouse/clickhouse.js";
import type { Postgres } from "../postgres/postgres.js";

/** findMissingEngines names the engines that do not answer; empty = requests can be served. */
export async function findMissingEngines(engines: { clickhouse: ClickHouse; postgres: Postgres }): Promise<string[]> {
  const missing: string[] = [];
  await engines.clickhouse
    .query({ name: "health.ready", sql: "SELECT 1", maxSeconds: 5 })
    .catch(() => missing.push("clickhouse"));
  await engines.postgres.db.execute("SELECT 1").catch(() => missing.push("postgres"));
  return missing;
}
