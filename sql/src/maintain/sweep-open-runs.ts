import type { ClickHouse } from "../clickhouse/clickhouse.js";
import { OPEN_RUN_KEEP_MS } from "../rows/open-run-keep.js";

/** Fewer ended runs than this are not worth rewriting the table. */
const MIN_ENDED = 1_000;

/**
 * sweepOpenRuns deletes ended runs from `open_run` once they, and the rows that say so, are older than 15 minutes, and returns how
 * many rows that were. Versions are merged before: a row may only go when no older version of its run is left to speak for it. A
 * writer that was delayed between reading a run and storing it has the same 15 minutes. Safe in any number of processes.
 */
export async function sweepOpenRuns(
  clickhouse: ClickHouse,
  options: { cluster?: string | undefined; now: Date },
): Promise<number> {
  const before = Math.floor((options.now.getTime() - OPEN_RUN_KEEP_MS) / 1000);
  const ended = `finished_at < fromUnixTimestamp(${before}) AND stored_at < fromUnixTimestamp(${before})`;
  const [found] = await clickhouse.query<{ count: number }>({
    name: "maintain.open_run.count",
    sql: `SELECT count() AS count FROM open_run WHERE ${ended}`,
  });
  const count = found?.count ?? 0;
  if (count < MIN_ENDED) return 0;
  const table = options.cluster === undefined ? "open_run" : `open_run_local ON CLUSTER '${options.cluster}'`;
  await clickhouse.command(`OPTIMIZE TABLE ${table} FINAL`);
  await clickhouse.command(`ALTER TABLE ${table} DELETE WHERE ${ended} SETTINGS mutations_sync = 2`);
  return count;
}
