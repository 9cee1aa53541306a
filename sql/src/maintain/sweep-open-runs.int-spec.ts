import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openMigratedClickHouse } from "../clickhouse/testing/open-migrated-clickhouse.js";
import type { ClickHouse } from "../clickhouse/clickhouse.js";
import { sweepOpenRuns } from "./sweep-open-runs.js";

const NOW = new Date("2026-06-01T12:00:00Z");

describe("sweepOpenRuns", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-sweep-"));
  let clickhouse: ClickHouse;
  beforeAll(async () => {
    clickhouse = await openMigratedClickHouse(directory, NOW);
  });
  afterAll(async () => {
    await clickhouse.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const insert = (runs: string, finishedAt: string, version: number, storedAt: string) =>
    clickhouse.command(`INSERT INTO open_run (tenant, client, workflow, run, finished_at, version, stored_at)
      SELECT 't', 'c', 'w', toString(number), ${finishedAt}, ${version}, '${storedAt}' FROM ${runs}`);
  const open = "toDateTime64('2200-01-01', 3, 'UTC')";
  const read = () =>
    clickhouse.query<{ count: number; open: number }>({
      name: "test.count",
      sql: `SELECT count() AS count, countIf(finished_at > '2026-06-01 12:00:00') AS open FROM open_run FINAL`,
    });

  it("leaves a few ended runs where they are", async () => {
    await insert("numbers(10)", "'2026-06-01 10:00:00'", 1, "2026-06-01 10:00:00");
    expect(await sweepOpenRuns(clickhouse, { now: NOW })).toBe(0);
  });

  it("deletes runs that ended long ago with all their versions, and keeps open, fresh and freshly stored ones", async () => {
    await insert("numbers(3000)", open, 1, "2026-06-01 09:00:00");
    await insert("numbers(2000)", "'2026-06-01 10:00:00'", 2, "2026-06-01 10:00:00");
    await insert("numbers(4000, 5)", "'2026-06-01 11:50:00'", 2, "2026-06-01 11:50:01");
    await insert("numbers(5000, 7)", "'2026-05-01 00:00:00'", 2, "2026-06-01 11:59:00");
    expect(await sweepOpenRuns(clickhouse, { now: NOW })).toBeGreaterThanOrEqual(2_000);
    expect(await read()).toEqual([{ count: 1_000 + 5 + 7, open: 1_000 }]);
    await clickhouse.command("OPTIMIZE TABLE open_run FINAL");
    expect(await read()).toEqual([{ count: 1_000 + 5 + 7, open: 1_000 }]);
  });
});
