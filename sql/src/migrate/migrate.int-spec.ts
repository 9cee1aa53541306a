import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateClickHouse, openEmbeddedClickHouse, type ClickHouse } from "../index.js";
import { loadClickHouseMigrations } from "./load-clickhouse-migrations.js";

describe("ClickHouse migrations on the embedded engine", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-migrate-"));
  let clickhouse: ClickHouse;
  const now = new Date("2026-01-01T00:00:00Z");

  beforeAll(async () => {
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
});
