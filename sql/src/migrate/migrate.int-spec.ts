import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateClickHouse, openEmbeddedClickHouse, type ClickHouse } from "../index.js";
import { loadClickHouseMigrations } from "./load-clickhouse-migrations.js";
import { renderClickHouseMigration } from "./render-clickhouse-migration.js";
import { renderClickHouseSchema } from "./render-clickhouse-schema.js";

const SNAPSHOT = new URL("../../clickhouse/schema.sql", import.meta.url);

describe("ClickHouse migrations on the embedded engine", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-migrate-"));
  let clickhouse: ClickHouse;
  const now = new Date("2026-01-01T00:00:00Z");

  beforeAll(() => {
    clickhouse = openEmbeddedClickHouse(directory);
  });
  afterAll(async () => {
    await clickhouse.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("applies every file once", async () => {
    const files = loadClickHouseMigrations().map((migration) => migration.name);
    expect(await migrateClickHouse(clickhouse, { now })).toEqual(files);
    expect(await migrateClickHouse(clickhouse, { now })).toEqual([]);
  });

  it("refuses a file that was changed after it had been applied", async () => {
    const [first] = loadClickHouseMigrations();
    if (first === undefined) throw new Error("no migrations");
    const changed = { ...first, checksum: "0".repeat(64) };
    await expect(migrateClickHouse(clickhouse, { now, migrations: [changed] })).rejects.toThrow(first.name);
  });

  it("gives the schema of the committed snapshot (UPDATE_SCHEMA=1 writes it anew)", async () => {
    const schema = await renderClickHouseSchema(clickhouse);
    if (process.env["UPDATE_SCHEMA"] === "1") writeFileSync(SNAPSHOT, schema);
    expect(schema).toBe(readFileSync(SNAPSHOT, "utf8"));
  });

  it("leaves no table that keeps statistics of its columns", async () => {
    const tables = await clickhouse.query<{ name: string; definition: string }>({
      name: "test.statistics",
      sql: `SELECT name, create_table_query AS definition FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree'`,
    });
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter(({ definition }) => !definition.includes("auto_statistics_types = ''"))).toEqual([]);
  });

  it("writes a cluster form that the engine's own parser accepts", async () => {
    const statements = loadClickHouseMigrations().flatMap((migration) =>
      renderClickHouseMigration(migration.text, "main"),
    );
    expect(statements.length).toBeGreaterThan(10);
    for (const statement of statements)
      expect(await clickhouse.query({ name: "test.parse", sql: `EXPLAIN AST ${statement}` })).not.toHaveLength(0);
  });
});
