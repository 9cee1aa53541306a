import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ClickHouse } from "../clickhouse/clickhouse.js";
import { openMigratedClickHouse } from "../clickhouse/testing/open-migrated-clickhouse.js";
import { migratePostgres } from "../migrate/migrate-postgres.js";
import { openEmbeddedPostgres } from "../postgres/open-embedded-postgres.js";
import type { Postgres } from "../postgres/postgres.js";
import { ensureTenant } from "../registry/ensure-tenant.js";
import { seedRegistry } from "../registry/seed-registry.js";
import { storeOpeningIntervals } from "./store-opening-intervals.js";

const NOW = new Date("2026-06-03T12:00:00Z");
const DAY_MS = 86_400_000;

describe("storeOpeningIntervals", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-opening-"));
  let clickhouse: ClickHouse;
  let postgres: Postgres;
  beforeAll(async () => {
    clickhouse = await openMigratedClickHouse(directory, NOW);
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    for (const id of ["t1", "o'\\t\t2"]) await ensureTenant(postgres, { id, title: id, isDemo: false, now: NOW });
  }, 60_000);
  afterAll(async () => {
    await clickhouse.close();
    await postgres.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const seed = (tenant: string, id: string, hours: { from: string; to: string }[]) =>
    seedRegistry(
      postgres,
      tenant,
      { calendars: [{ id, title: id, timeZone: "UTC", week: Array.from({ length: 7 }, () => hours) }] },
      NOW,
    );
  const store = (now: Date) => storeOpeningIntervals({ clickhouse, postgres }, now);
  const read = () =>
    clickhouse.query<{ tenant: string; calendar: string; intervals: number; seconds: number; first: string }>({
      name: "test.opening",
      sql: `SELECT tenant, calendar, count() AS intervals, sum(closes_at - opens_at) AS seconds, toString(min(opens_at)) AS first
        FROM opening_interval FINAL
        WHERE (tenant, calendar, generation) IN (SELECT tenant, calendar, max(generation) FROM opening_interval GROUP BY tenant, calendar)
        GROUP BY tenant, calendar ORDER BY tenant, calendar`,
    });

  it("writes 400 days back and 60 ahead, of every tenant, and nothing twice", async () => {
    await seed("t1", "shop", [{ from: "08:00", to: "20:00" }]);
    await seed("t1", "never", []);
    await seed("o'\\t\t2", "sh'op\n", [{ from: "00:00", to: "24:00" }]);
    expect([await store(NOW), await store(NOW), await store(new Date(NOW.getTime() + 3_600_000))]).toEqual([3, 0, 0]);
    const first = "2025-04-29 00:00:00";
    expect(await read()).toEqual([
      { tenant: "o'\\t\t2", calendar: "sh'op\n", intervals: 2, seconds: 460 * 86_400, first },
      { tenant: "t1", calendar: "never", intervals: 1, seconds: 0, first },
      { tenant: "t1", calendar: "shop", intervals: 461, seconds: 460 * 43_200, first },
    ]);
  });

  it("adds up the open seconds before each interval", async () => {
    const rows = await clickhouse.query<{ wrong: number }>({
      name: "test.before",
      sql: `SELECT countIf(seconds_before != sum_before) AS wrong FROM (SELECT seconds_before,
          sum(closes_at - opens_at) OVER (ORDER BY opens_at, closes_at ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - (closes_at - opens_at) AS sum_before
        FROM opening_interval FINAL WHERE calendar = 'shop')`,
    });
    expect(rows).toEqual([{ wrong: 0 }]);
  });

  it("writes a changed calendar anew and every calendar on the next day, and keeps one generation before", async () => {
    await seed("t1", "shop", [{ from: "08:00", to: "21:00" }]);
    // The clock of another worker may be behind: what is written last still counts.
    expect(await store(new Date(NOW.getTime() - 60_000))).toBe(1);
    expect((await read()).find(({ calendar }) => calendar === "shop")).toMatchObject({ seconds: 460 * 46_800 });
    expect(await store(new Date(NOW.getTime() + DAY_MS))).toBe(3);
    expect(await store(new Date(NOW.getTime() + 2 * DAY_MS))).toBe(3);
    let kept: { generations: number }[] = [];
    for (let tries = 0; tries < 50; tries += 1) {
      kept = await clickhouse.query<{ generations: number }>({
        name: "test.generations",
        sql: "SELECT uniqExact(generation) AS generations FROM opening_interval WHERE calendar = 'shop'",
      });
      if (kept[0]?.generations === 2) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(kept).toEqual([{ generations: 2 }]);
  });
});
