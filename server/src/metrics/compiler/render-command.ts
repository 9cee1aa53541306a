import { QUICK_PLANNING, renderLiterals } from "@watchfloor/sql";
import { SqlParameters } from "./sql-parameters.js";

/**
 * On a cluster the next statement reads what this one wrote. A day of millions of rows is added up on disk rather than not at all, and rows
 * may be of any number of months.
 */
const SETTINGS = `SETTINGS ${QUICK_PLANNING}, distributed_foreground_insert = 1, do_not_merge_across_partitions_select_final = 1, max_partitions_per_insert_block = 0, max_execution_time = 300, max_bytes_before_external_group_by = 536870912, max_memory_usage = 4294967296`;

/**
 * renderCommand writes a statement that fills one table from others, for `ClickHouse.command`: the engine takes no parameters there, so they
 * are written as literals that nothing can end.
 */
export function renderCommand(build: (params: SqlParameters) => string): string {
  const params = new SqlParameters();
  return `${renderLiterals(build(params), params.values, Infinity) ?? ""}\n${SETTINGS}`;
}
