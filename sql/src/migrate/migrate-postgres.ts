import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { migrate as migrateEmbedded } from "drizzle-orm/pglite/migrator";
import { migrate as migrateServed } from "drizzle-orm/node-postgres/migrator";
import type { Postgres, PostgresDatabase } from "../postgres/postgres.js";
import { MigrationChanged } from "./migration-changed.js";

const FOLDER = fileURLToPath(new URL("../../postgres/migrations", import.meta.url));

/** Any fixed number; holders of this advisory lock migrate one after the other when several processes start together. */
const LOCK_ID = 7_340_112;

/**
 * migratePostgres applies Drizzle's migration files that were not applied yet.
 * Throws `MigrationChanged` when an applied file differs from what was applied.
 */
export async function migratePostgres(postgres: Postgres, folder: string = FOLDER): Promise<void> {
  const migrate = (postgres.form === "embedded" ? migrateEmbedded : migrateServed) as (
    db: unknown,
    config: { migrationsFolder: string },
  ) => Promise<void>;
  if (postgres.form === "embedded") {
    await checkApplied(postgres.db, folder);
    await migrate(postgres.db, { migrationsFolder: folder });
    if (folder === FOLDER) await postgres.keepMigrated?.();
    return;
  }
  // The lock lives on this transaction's connection while Drizzle migrates on another of the pool; it is freed also when this process dies.
  await postgres.db.transaction(async (transaction) => {
    await transaction.execute(sql`SELECT pg_advisory_xact_lock(${LOCK_ID})`);
    await checkApplied(transaction, folder);
    await migrate(postgres.db, { migrationsFolder: folder });
  });
}

async function checkApplied(db: Pick<PostgresDatabase, "execute">, folder: string): Promise<void> {
  const found = await db.execute(sql`SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS found`);
  if (!readRows<{ found: boolean }>(found)[0]?.found) return;
  const applied = readRows<{ hash: string; created_at: string | number }>(
    await db.execute(sql`SELECT hash, created_at FROM drizzle.__drizzle_migrations`),
  );
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, "utf8")) as {
    entries: { tag: string; when: number }[];
  };
  for (const entry of journal.entries) {
    const row = applied.find((candidate) => Number(candidate.created_at) === entry.when);
    if (row === undefined) continue;
    const hash = createHash("sha256")
      .update(readFileSync(`${folder}/${entry.tag}.sql`, "utf8"))
      .digest("hex");
    if (hash !== row.hash) throw new MigrationChanged(entry.tag);
  }
}

function readRows<Row>(result: unknown): Row[] {
  return (result as { rows: Row[] }).rows;
}
