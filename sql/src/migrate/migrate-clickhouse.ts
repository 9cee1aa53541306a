import type { ClickHouse } from "../clickhouse/clickhouse.js";
import { loadClickHouseMigrations, type ClickHouseMigration } from "./load-clickhouse-migrations.js";
import { MigrationChanged } from "./migration-changed.js";
import { renderClickHouseMigration } from "./render-clickhouse-migration.js";
import { turnOffStatistics } from "./turn-off-statistics.js";

const HISTORY = `CREATE TABLE IF NOT EXISTS schema_migration {on_cluster}
(name String, checksum String, applied_at DateTime64(3, 'UTC'))
ENGINE = {engine:ReplacingMergeTree} ORDER BY name`;

/**
 * migrateClickHouse applies the migration files that were not applied yet, each once and in order.
 * Throws `MigrationChanged` when a file differs from what was applied under its name.
 */
export async function migrateClickHouse(
  clickhouse: ClickHouse,
  options: { cluster?: string | undefined; now: Date; migrations?: readonly ClickHouseMigration[] },
): Promise<string[]> {
  const history = HISTORY.replace("CREATE TABLE IF NOT EXISTS schema_migration {on_cluster}", () =>
    options.cluster === undefined
      ? "CREATE TABLE IF NOT EXISTS schema_migration"
      : `CREATE TABLE IF NOT EXISTS schema_migration ON CLUSTER '${options.cluster}'`,
  );
  await clickhouse.command(renderClickHouseMigration(history, undefined).join(";"));
  const applied = await findApplied(clickhouse);
  const fresh: string[] = [];
  for (const migration of options.migrations ?? loadClickHouseMigrations()) {
    const checksum = applied.get(migration.name);
    if (checksum === migration.checksum) continue;
    if (checksum !== undefined) throw new MigrationChanged(migration.name);
    for (const statement of renderClickHouseMigration(migration.text, options.cluster)) {
      // A start that was killed between two statements of a file repeats the first: creation must be repeatable.
      await clickhouse.command(statement.replace(/^CREATE TABLE /, "CREATE TABLE IF NOT EXISTS "));
    }
    await recordApplied(clickhouse, migration, options.now);
    fresh.push(migration.name);
  }
  await turnOffStatistics(clickhouse, options);
  return fresh;
}

async function findApplied(clickhouse: ClickHouse): Promise<Map<string, string>> {
  const rows = await clickhouse.query<{ name: string; checksum: string }>({
    name: "migrate.applied",
    sql: "SELECT name, checksum FROM schema_migration FINAL",
  });
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

async function recordApplied(clickhouse: ClickHouse, migration: ClickHouseMigration, now: Date): Promise<void> {
  const appliedAt = now.toISOString().replace("T", " ").slice(0, 23);
  await clickhouse.insert({
    table: "schema_migration",
    columns: ["name", "checksum", "applied_at"],
    body: Buffer.from(`${migration.name}\t${migration.checksum}\t${appliedAt}\n`),
  });
}
