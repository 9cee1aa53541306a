import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

/** ClickHouseMigration is one immutable file; `checksum` is the SHA-256 of its bytes. */
export interface ClickHouseMigration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

const DIRECTORY = new URL("../../clickhouse/migrations/", import.meta.url);

/** loadClickHouseMigrations reads the files `NNNN_verb_object.sql` in order. */
export function loadClickHouseMigrations(): ClickHouseMigration[] {
  return readdirSync(DIRECTORY)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, DIRECTORY), "utf8");
      return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
    });
}
