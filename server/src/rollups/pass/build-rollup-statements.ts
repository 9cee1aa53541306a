import { renderCommand } from "../../metrics/compiler/render-command.js";
import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { MillisecondRange } from "../cut-range.js";
import { ROLLUP_KEYS, ROLLUP_SCANS, type RollupScan } from "../rollup-scan.js";
import { buildClass, SPREAD_FIGURES, type SpreadFigure } from "../spread-figure.js";
import { renderScan } from "./render-scan.js";
import { isOfHours, isWithin, listTenantConditions, type RollupChunk } from "./rollup-chunk.js";

const STORE_KEYS = ["tenant", ...ROLLUP_KEYS];
const CLIENT_KEYS = STORE_KEYS.filter((key) => key !== "store");
/** The first hour of the day of an hour, as the cells of days are named. */
const DAY = "toDateTime(toStartOfDay(hour), 'UTC')";
const COUNTS = [...new Set(ROLLUP_SCANS.flatMap((scan) => scan.columns.map(({ column }) => column)))];
const ENDS = [...new Set(ROLLUP_SCANS.flatMap(({ endColumn }) => endColumn ?? []))];
const NO_END = "toDateTime64(0, 3, 'UTC')";
const VERSIONS_OF_GENERATION = "100000000000000";

/** buildRollupStatements writes the statements that count the cells of a chunk anew, in order; a cell that has no rows any more gets zeros. */
export function buildRollupStatements(chunk: RollupChunk): string[] {
  const { days } = chunk;
  const hours: Summing = { target: "run_hour", keys: CLIENT_KEYS, hour: "hour", hours: isOfHours(chunk, "hour") };
  const statements = [
    (params: SqlParameters) => buildStoreHours(chunk, params),
    (params: SqlParameters) => buildSums(chunk, hours, params),
    ...SPREAD_FIGURES.map((figure) => (params: SqlParameters) => buildSpreadHours(chunk, figure, params)),
  ];
  if (days !== undefined) {
    const ofDays: Summing = { target: "run_day_store", keys: STORE_KEYS, hour: DAY, hours: isWithin("hour", days) };
    statements.push(
      (params) => buildSums(chunk, ofDays, params),
      (params) => buildSpreadDays(chunk, days, params),
    );
  }
  return statements.map((build) => renderCommand(build));
}

/**
 * The version of a cell is when the engine began to read what it was made of, in tenths of milliseconds, so that of two workers the one
 * that read later wins; but one that counted by older rules never does.
 */
function renderVersion({ rules }: RollupChunk): string {
  return `toUInt64(${rules?.generation ?? 0}) * ${VERSIONS_OF_GENERATION} + intDiv(toUInt64(toUnixTimestamp64Nano(now64(9))), 100000) AS version`;
}

function buildStoreHours(chunk: RollupChunk, params: SqlParameters): string {
  const columns = [...COUNTS, ...ENDS];
  const parts = [...ROLLUP_SCANS.map((scan) => buildScan(chunk, scan, params)), buildZeros(chunk, params)];
  const sums = [...COUNTS.map((column) => `sum(${column})`), ...ENDS.map((column) => `max(${column})`)];
  return `INSERT INTO run_hour_store (${[...STORE_KEYS, "hour", ...columns, "version"].join(", ")})
SELECT ${[...STORE_KEYS, "hour", ...sums, renderVersion(chunk)].join(", ")}
FROM
(
${parts.join("\nUNION ALL\n")}
)
GROUP BY ${[...STORE_KEYS, "hour"].join(", ")}`;
}

function buildScan(chunk: RollupChunk, { source, at, where, ...scan }: RollupScan, params: SqlParameters): string {
  const counts = COUNTS.map((name) => ({
    name,
    sql: scan.columns.find(({ column }) => column === name)?.sql ?? "0",
  }));
  const ends = ENDS.map((name) => ({
    name,
    sql: name === scan.endColumn ? "maxIf(finished_at, has_ended)" : NO_END,
  }));
  const question = { source, at, where: where === undefined ? [] : [where], keys: STORE_KEYS };
  return `${renderScan(chunk, { ...question, columns: [...counts, ...ends] }, params)}
    GROUP BY ${[...STORE_KEYS, "hour"].join(", ")}`;
}

/** The cells that are there already: what has moved away leaves zeros behind. */
function buildZeros(chunk: RollupChunk, params: SqlParameters): string {
  const zeros = [...COUNTS.map((column) => `0 AS ${column}`), ...ENDS.map((column) => `${NO_END} AS ${column}`)];
  const conditions = [...listTenantConditions(chunk, params), isOfHours(chunk, "hour")];
  return `    SELECT ${[...STORE_KEYS, "hour", ...zeros].join(", ")}
    FROM run_hour_store
    WHERE ${conditions.join(" AND ")}`;
}

interface Summing {
  readonly target: string;
  readonly keys: readonly string[];
  readonly hour: string;
  readonly hours: string;
}

function buildSums(chunk: RollupChunk, { target, keys, hour, hours }: Summing, params: SqlParameters): string {
  const sums = [...COUNTS.map((column) => `sum(cell.${column})`), ...ENDS.map((column) => `max(cell.${column})`)];
  return `INSERT INTO ${target} (${[...keys, "hour", ...COUNTS, ...ENDS, "version"].join(", ")})
SELECT ${[...keys, `${hour} AS of_hour`, ...sums, renderVersion(chunk)].join(", ")}
FROM run_hour_store AS cell FINAL
WHERE ${[...listTenantConditions(chunk, params), hours].join(" AND ")}
GROUP BY ${[...keys, "of_hour"].join(", ")}`;
}

function buildSpreadHours(chunk: RollupChunk, spread: SpreadFigure, params: SqlParameters): string {
  const { figure, at, where, ms } = spread;
  const keys = [...CLIENT_KEYS, "hour"].join(", ");
  const columns = [
    { name: "class", sql: buildClass(ms) },
    { name: "number", sql: "count()" },
  ];
  const conditions = [...listTenantConditions(chunk, params), `figure = '${figure}'`, isOfHours(chunk, "hour")];
  return `INSERT INTO run_hour_spread (${keys}, figure, classes, counts, version)
SELECT ${keys}, '${figure}', groupArrayIf(class, number > 0), groupArrayIf(number, number > 0), ${renderVersion(chunk)}
FROM
(
${renderScan(chunk, { source: "run", at, where: [where], keys: CLIENT_KEYS, columns }, params)}
    GROUP BY ${keys}, class
    UNION ALL
    SELECT ${keys}, toInt16(0) AS class, toUInt64(0) AS number
    FROM run_hour_spread
    WHERE ${conditions.join(" AND ")}
)
GROUP BY ${keys}`;
}

function buildSpreadDays(chunk: RollupChunk, days: MillisecondRange, params: SqlParameters): string {
  const keys = [...CLIENT_KEYS, "figure", "of_day"].join(", ");
  return `INSERT INTO run_day_spread (${keys.replace("of_day", "hour")}, classes, counts, version)
SELECT ${keys}, groupArrayIf(class, number > 0), groupArrayIf(number, number > 0), ${renderVersion(chunk)}
FROM
(
    SELECT ${keys.replace("of_day", `${DAY} AS of_day`)}, class, sum(part) AS number
    FROM run_hour_spread FINAL
    LEFT ARRAY JOIN classes AS class, counts AS part
    WHERE ${[...listTenantConditions(chunk, params), isWithin("hour", days)].join(" AND ")}
    GROUP BY ${keys}, class
)
GROUP BY ${keys}`;
}
