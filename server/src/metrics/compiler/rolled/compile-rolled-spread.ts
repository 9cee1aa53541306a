import { buildClass, buildClassSeconds, type SpreadFigure } from "../../../rollups/spread-figure.js";
import type { Reach } from "../../../scope/reach.js";
import { MAX_ROWS } from "../compile-flow.js";
import { SqlParameters } from "../sql-parameters.js";
import type { Statement } from "../statement.js";
import { buildCellPart, buildRolledKeys, buildRowParts, type RolledScan } from "./build-cell-parts.js";

/** RolledSpreadQuestion asks for percentiles of a figure whose spread is rolled up. */
export interface RolledSpreadQuestion extends RolledScan {
  readonly spread: SpreadFigure;
  readonly columns: readonly { readonly alias: string; readonly level: number }[];
}

/**
 * compileRolledSpread reads percentiles from counts by class: the value between the two closest ranks, each within 0.8 % of the true
 * one, so the result is too, however few rows there are.
 */
export function compileRolledSpread(reach: Reach, question: RolledSpreadQuestion): Statement {
  const params = new SqlParameters();
  const { source, at, columns, bounds } = question;
  const parts = buildParts(reach, question, params);
  const keys = buildRolledKeys(reach, question, params).map((key) => key.alias);
  const group = bounds === undefined ? keys : [...keys, "bucket", "is_total"];
  const figures = columns.map(({ alias, level }) => `${buildPercentile(level)} AS ${alias}`);
  const spread = "arraySort(groupArray((class, class_count))) AS spread";
  const sql = `SELECT
    ${[...group, "row_count", ...figures].join(",\n    ")}
FROM
(
    SELECT ${[...group, "sum(class_count) AS row_count", spread, "arrayCumSum(entry -> entry.2, spread) AS ranks"].join(", ")}
    FROM
    (
        SELECT ${[...keys, ...(bounds === undefined ? [] : ["bucket", "grouping(bucket) AS is_total"]), "class", "sum(number) AS class_count"].join(", ")}
        FROM
        (
${parts.join("\n    UNION ALL\n")}
        )
        GROUP BY ${renderSets(keys, bounds !== undefined)}
    )${group.length === 0 ? "" : `\n    GROUP BY ${group.join(", ")}`}
    HAVING row_count > 0
)
LIMIT ${MAX_ROWS + 1}`;
  return { name: `metrics.${source}.${at}.spread`, sql, params: params.values };
}

function buildParts(reach: Reach, question: RolledSpreadQuestion, params: SqlParameters): string[] {
  const { spread, cut } = question;
  const cells = (table: string) => ({
    table,
    columns: ["class", "sum(part) AS number"],
    where: [`figure = '${spread.figure}'`],
    arrayJoin: "classes AS class, counts AS part",
  });
  const rows = {
    columns: [`${buildClass(spread.ms)} AS class`, "count() AS number"],
    where: [spread.where],
    groupBy: ["class"],
  };
  return [
    ...buildCellPart(reach, question, cut.days, cells("run_day_spread"), params),
    ...buildCellPart(reach, question, cut.hours, cells("run_hour_spread"), params),
    ...buildRowParts(reach, question, rows, params),
  ];
}

function renderSets(keys: readonly string[], hasBuckets: boolean): string {
  const total = [...keys, "class"].join(", ");
  return hasBuckets ? `GROUPING SETS ((${total}), (${[...keys, "bucket", "class"].join(", ")}))` : total;
}

/** The value between the two closest ranks of (count - 1) x level, as `quantileExactInclusive` has it. */
function buildPercentile(level: number): string {
  const rank = `(${level} * (row_count - 1))`;
  const value = (at: string) => buildClassSeconds(`spread[arrayFirstIndex(upTo -> upTo > ${at}, ranks)].1`);
  const [low, high] = [value(`floor(${rank})`), value(`ceil(${rank})`)];
  return `${low} + (${rank} - floor(${rank})) * (${high} - ${low})`;
}
