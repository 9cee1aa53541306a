import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import {
  MigrationChanged,
  migratePostgres,
  openEmbeddedPostgres,
  openServedPostgres,
  type Postgres,
} from "../index.js";
import { startPostgresServer, type PostgresServer } from "../postgres/testing/start-postgres-server.js";

const FOLDER = fileURLToPath(new URL("../../postgres/migrations", import.meta.url));

interface Journal {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

async function loadRows<Row>(postgres: Postgres, statement: ReturnType<typeof sql>): Promise<Row[]> {
  const result: unknown = await postgres.db.execute(statement);
  return (result as { rows: Row[] }).rows;
}

async function countApplied(postgres: Postgres): Promise<number> {
  return (await loadRows(postgres, sql`SELECT id FROM drizzle.__drizzle_migrations`)).length;
}

/** describeSchema lists every column, constraint and index, so that two databases can be compared. */
async function describeSchema(postgres: Postgres): Promise<unknown[][]> {
  return [
    await loadRows(
      postgres,
      sql`SELECT table_name, column_name, data_type, datetime_precision, is_nullable, column_default
      FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, column_name`,
    ),
    await loadRows(
      postgres,
      sql`SELECT conrelid::regclass::text AS "table", conname, pg_get_constraintdef(oid) AS definition
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n' ORDER BY 1, 2`,
    ),
    await loadRows(
      postgres,
      sql`SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname`,
    ),
  ];
}

/** buildLongerFolder copies the migrations and adds slow ones, so that two migrating processes must overlap. */
function buildLongerFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "watchfloor-migrations-"));
  cpSync(FOLDER, folder, { recursive: true });
  const journal = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")) as Journal;
  const last = journal.entries.at(-1);
  if (last === undefined) throw new Error("no migrations");
  const added = ["SELECT pg_sleep(0.3);", "CREATE TABLE made_once (id text);"].map((text, index) => {
    const tag = `${9000 + index}_added`;
    writeFileSync(join(folder, `${tag}.sql`), text);
    return { ...last, idx: last.idx + 1 + index, when: last.when + 1 + index, tag };
  });
  writeFileSync(
    join(folder, "meta/_journal.json"),
    JSON.stringify({ ...journal, entries: [...journal.entries, ...added] }),
  );
  return folder;
}

describe("Postgres migrations", () => {
  const journal = JSON.parse(readFileSync(join(FOLDER, "meta/_journal.json"), "utf8")) as Journal;
  const folders: string[] = [];
  let server: PostgresServer;
  let embedded: Postgres;
  let served: Postgres;
  let servedUrl: string;

  beforeAll(async () => {
    server = await startPostgresServer();
    servedUrl = await server.createDatabase();
    served = await openServedPostgres(servedUrl);
    embedded = await openEmbeddedPostgres(undefined, true);
  }, 60_000);

  afterAll(async () => {
    await served.close();
    await embedded.close();
    await server.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  it("apply once and give the same schema on PGlite and on PostgreSQL", async () => {
    for (const postgres of [embedded, served]) {
      await migratePostgres(postgres);
      await migratePostgres(postgres);
      expect(await countApplied(postgres)).toBe(journal.entries.length);
    }
    const [columns, constraints, indexes] = await describeSchema(served);
    expect(columns?.length).toBeGreaterThan(80);
    expect(constraints?.length).toBeGreaterThan(15);
    expect(indexes?.length).toBeGreaterThan(15);
    expect(await describeSchema(embedded)).toEqual([columns, constraints, indexes]);
  });

  it("refuse a file that was changed after it had been applied", async () => {
    const folder = mkdtempSync(join(tmpdir(), "watchfloor-migrations-"));
    folders.push(folder);
    cpSync(FOLDER, folder, { recursive: true });
    appendFileSync(join(folder, `${journal.entries[0]?.tag}.sql`), "\n-- edited");
    for (const postgres of [embedded, served]) {
      await expect(migratePostgres(postgres, folder)).rejects.toThrow(MigrationChanged);
      expect(await countApplied(postgres)).toBe(journal.entries.length);
    }
  });

  it("let several processes start together: one migrates, the others wait and find it done", async () => {
    const folder = buildLongerFolder();
    folders.push(folder);
    const url = await server.createDatabase();
    const pools = await Promise.all([1, 2, 3, 4].map(() => openServedPostgres(url)));
    await Promise.all(pools.map((postgres) => migratePostgres(postgres, folder)));
    const [first] = pools;
    if (first === undefined) throw new Error("no pool");
    expect(await countApplied(first)).toBe(journal.entries.length + 2);
    expect(await loadRows(first, sql`SELECT 1 FROM pg_locks WHERE locktype = 'advisory'`)).toEqual([]);
    await Promise.all(pools.map((postgres) => postgres.close()));
  }, 30_000);

  it("leave nothing half done when a later statement fails, and go on after the file is right", async () => {
    const folder = buildLongerFolder();
    folders.push(folder);
    const postgres = await openServedPostgres(await server.createDatabase());
    writeFileSync(
      join(folder, "9001_added.sql"),
      "CREATE TABLE made_once (id text);--> statement-breakpoint\nSELECT missing();",
    );
    await expect(migratePostgres(postgres, folder)).rejects.toThrow();
    expect(await countApplied(postgres)).toBe(0);
    writeFileSync(join(folder, "9001_added.sql"), "CREATE TABLE made_once (id text);");
    await migratePostgres(postgres, folder);
    expect(await countApplied(postgres)).toBe(journal.entries.length + 2);
    await postgres.close();
  }, 30_000);
});
