import { ClickHouseFailure } from "./clickhouse-failure.js";
import type { ClickHouseQuery } from "./clickhouse.js";

const DEFAULT_MAX_SECONDS = 30;
const DEFAULT_MAX_MEMORY_BYTES = 4 * 1024 ** 3;
/**
 * QUICK_PLANNING turns off two rewritings of conditions that compare every expression of a statement with the whole of it: for a question about
 * promises, a chain of a dozen subqueries, they took 95 of the 165 ms until its plan stood, and found nothing.
 */
export const QUICK_PLANNING = "optimize_and_compare_chain=0, optimize_extract_common_expressions=0";
/** ClickHouse's own code for a statement that ran out of time. */
const TIMEOUT_EXCEEDED = "159";

/**
 * buildSettings returns the SETTINGS clause of a query that is about to run. Throws a `ClickHouseFailure` when its time is over.
 * TRICKY: settings go into the statement because the embedded connection runs `clickhouse_settings` as SET and keeps
 * them for the next statement (measured); inside the statement they are scoped in both engines.
 */
export function buildSettings(query: ClickHouseQuery): string {
  const name = query.name.replace(/[^A-Za-z0-9_.:-]/g, "_");
  const maxSeconds = limitSeconds(query);
  const maxMemoryBytes = query.maxMemoryBytes ?? DEFAULT_MAX_MEMORY_BYTES;
  return [
    `log_comment='${name}'`,
    `max_execution_time=${maxSeconds}`,
    `max_memory_usage=${maxMemoryBytes}`,
    QUICK_PLANNING,
    ...(query.keepsConditions === true ? ["query_plan_filter_push_down=0"] : []),
    "do_not_merge_across_partitions_select_final=1",
    "output_format_json_quote_64bit_integers=0",
    "output_format_json_quote_decimals=0",
    "output_format_json_quote_denormals=0",
  ].join(", ");
}

/** Time spent waiting for a connection counts. */
function limitSeconds({ name, maxSeconds = DEFAULT_MAX_SECONDS, until }: ClickHouseQuery): number {
  if (until === undefined) return maxSeconds;
  const leftMs = Math.ceil(until - performance.now());
  if (leftMs <= 0)
    throw new ClickHouseFailure(name, Object.assign(new Error("no time was left to ask"), { code: TIMEOUT_EXCEEDED }));
  return Math.min(maxSeconds, leftMs / 1_000);
}
