import type { Reach } from "../../../scope/reach.js";
import { MAX_ROWS } from "../compile-flow.js";
import { SqlParameters } from "../sql-parameters.js";
import type { Statement } from "../statement.js";
import { buildCellPart, buildRolledKeys, buildRowParts, type RolledScan } from "./build-cell-parts.js";

/** RolledMoment is what is asked of one instant of rows that are rolled up. */
export interface RolledMoment {
  readonly source: "run" | "exception";
  readonly at: string;
  /** Column of the cells that counts the rows themselves. */
  readonly rowColumn: string;
  /** Each as a column of the cells, and as it is counted from the rows. */
  readonly columns: readonly { readonly alias: string; readonly column: string; readonly sql: string }[];
}

/** RolledFlowQuestion asks for counts that are rolled up, of several instants at once: one reading of the cells answers all of them. */
export interface RolledFlowQuestion extends Omit<RolledScan, "source" | "at"> {
  /** Whether cells must know their store. */
  readonly isByStore: boolean;
  readonly moments: readonly RolledMoment[];
}

/** nameRowCount is the column that counts the rows of a moment, by its position: where it is 0, a group has none of that moment. */
export function nameRowCount(position: number): string {
  return `row_count_${position + 1}`;
}

/** compileRolledFlow is `compileFlow` for counts that are rolled up: whole days and hours from their cells, the rest from the rows. */
export function compileRolledFlow(reach: Reach, question: RolledFlowQuestion): Statement {
  const params = new SqlParameters();
  const { moments, isByStore, cut, bounds } = question;
  const cell = { ...question, source: "run", at: "hour" } as const;
  const sums = moments.flatMap(({ rowColumn, columns }, position) => [
    `sum(${rowColumn}) AS part_${nameRowCount(position)}`,
    ...columns.map(({ alias, column }) => `sum(${column}) AS part_${alias}`),
  ]);
  const cells = (table: string) => ({ table, columns: sums, where: [] });
  const parts = [
    ...buildCellPart(reach, cell, cut.days, cells("run_day_store"), params),
    ...buildCellPart(reach, cell, cut.hours, cells(isByStore ? "run_hour_store" : "run_hour"), params),
    ...moments.flatMap((moment, position) => {
      const columns = buildRowColumns(moments, position);
      return buildRowParts(reach, { ...question, ...moment }, { columns, where: [], groupBy: [] }, params);
    }),
  ];
  const keys = buildRolledKeys(reach, cell, params).map((key) => key.alias);
  const bucket = bounds === undefined ? [] : ["bucket", "grouping(bucket) AS is_total"];
  const rowCounts = moments.map((_, position) => nameRowCount(position));
  const counts = [...rowCounts, ...moments.flatMap(({ columns }) => columns.map(({ alias }) => alias))];
  const sql = [
    `SELECT\n    ${[...keys, ...bucket, ...counts.map((name) => `sum(part_${name}) AS ${name}`)].join(",\n    ")}`,
    `FROM\n(\n${parts.join("\n    UNION ALL\n")}\n)`,
    ...renderSets(keys, bounds !== undefined),
    `HAVING ${rowCounts.map((name) => `${name} > 0`).join(" OR ")}`,
    `LIMIT ${MAX_ROWS + 1}`,
  ].join("\n");
  return { name: `metrics.${moments.map(({ at }) => at).join("+")}.rolled`, sql, params: params.values };
}

/** The rows of one moment say nothing of the others. */
function buildRowColumns(moments: readonly RolledMoment[], own: number): string[] {
  return moments.flatMap(({ columns }, position) => {
    const write = (sql: string, name: string) => `${position === own ? sql : "toUInt64(0)"} AS part_${name}`;
    return [
      write("count()", nameRowCount(position)),
      ...columns.map(({ alias, sql }) => write(`toUInt64(${sql})`, alias)),
    ];
  });
}

function renderSets(keys: readonly string[], hasBuckets: boolean): string[] {
  if (hasBuckets) return [`GROUP BY GROUPING SETS ((${keys.join(", ")}), (${[...keys, "bucket"].join(", ")}))`];
  return keys.length === 0 ? [] : [`GROUP BY ${keys.join(", ")}`];
}
