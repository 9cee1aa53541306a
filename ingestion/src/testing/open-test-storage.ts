import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClickHouse } from "@watchfloor/sql";
import { openMigratedClickHouse } from "@watchfloor/sql/testing";

/** TestStorage is a migrated embedded engine on a directory of its own. */
export interface TestStorage {
  readonly clickhouse: ClickHouse;
  readonly directory: string;
  close(): Promise<void>;
}

/** openTestStorage opens a real engine for a test; one at a time in a process. */
export async function openTestStorage(): Promise<TestStorage> {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-test-"));
  const clickhouse = await openMigratedClickHouse(join(directory, "clickhouse"), new Date());
  return {
    clickhouse,
    directory,
    async close() {
      await clickhouse.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
