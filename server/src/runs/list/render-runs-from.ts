import { openColumnWords } from "../../metrics/compiler/open-column-words.js";
import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { Reach } from "../../scope/reach.js";

/** renderRunsFrom writes FROM and WHERE of a table, with what `needs` and the conditions say about promises. */
export function renderRunsFrom(
  reach: Reach,
  rows: { table: string; conditions: readonly string[]; needs: string },
  params: SqlParameters,
): string {
  const words = openColumnWords("run", reach.parts.promises, params);
  return words.renderFrom(`${rows.table} FINAL`, rows.conditions, rows.needs).join("\n");
}
