import type { Reach } from "../../../scope/reach.js";
import { MAX_ROWS } from "../compile-flow.js";
import { SqlParameters } from "../sql-parameters.js";
import type { Statement } from "../statement.js";
import { buildCellPart, buildRolledKeys, buildRowParts, type RolledScan } from "./build-cell-parts.js";

/** RolledFlowQuestion asks for counts that are rolled up. */
export interface RolledFlowQuestion extends RolledScan {
  /** Whether cells must know their store. */
  readonly isByStore: boolean;
  /** Column of the cells that counts the rows themselves. */
  readonly rowColumn: string;
  /** Each as a column of the cells, and as it is counted from the rows. */
  readonly columns: readonly { readonly alias: string; readonly column: string; readonly sql: string }[];
}

/** compileRolledFlow is `compileFlow` for counts that are rolled up: whole days and hours from their cells, the rest from the rows. */
export function compileRolledFlow(reach: Reach, question: RolledFlowQuestion): Statement {
  const params = new SqlParameters();
  const { source, at, columns, rowColumn, isByStore, cut, bounds } = question;
  const sums = [
    `sum(${rowColumn}) AS part_row_count`,
    ...columns.map(({ alias, column }) => `sum(${column}) AS part_${alias}`),
  ];
  const cells = (table: string) => ({ table, columns: sums, where: [] });
  const parts = [
    ...buildCellPart(reach, question, cut.days, cells("run_day_store"), params),
    ...buildCellPart(reach, question, cut.hours, cells(isByStore ? "run_hour_store" : "run_hour"), params),
    ...buildRowParts(
      reach,
      question,
      {
        columns: ["count() AS part_row_count", ...columns.map(({ alias, sql }) => `toUInt64(${sql}) AS part_${alias}`)],
        where: [],
        groupBy: [],
      },
      params,
    ),
  ];
  const keys = buildRolledKeys(reach, question, params).map((key) => key.alias);
  const bucket = bounds === undefined ? [] : ["bucket", "grouping(bucket) AS is_total"];
  const sql = [
    `SELECT\n    ${[...keys, ...bucket, "sum(part_row_count) AS row_count", ...columns.map(({ alias }) => `sum(part_${alias}) AS ${alias}`)].join(",\n    ")}`,
    `FROM\n(\n${parts.join("\n    UNION ALL\n")}\n)`,
    ...renderSets(keys, bounds !== undefined),
    "HAVING row_count > 0",
    `LIMIT ${MAX_ROWS + 1}`,
  ].join("\n");
  return { name: `metrics.${source}.${at}.rolled`, sql, params: params.values };
}

function renderSets(keys: readonly string[], hasBuckets: boolean): string[] {
  if (hasBuckets) return [`GROUP BY GROUPING SETS ((${keys.join(", ")}), (${[...keys, "bucket"].join(", ")}))`];
  return keys.length === 0 ? [] : [`GROUP BY ${keys.join(", ")}`];
}
