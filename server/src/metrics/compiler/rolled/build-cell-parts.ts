import type { MillisecondRange, RangeCut } from "../../../rollups/cut-range.js";
import { ROLLUP_SCANS } from "../../../rollups/rollup-scan.js";
import type { Reach } from "../../../scope/reach.js";
import type { Dimension } from "../../metric-words.js";
import { buildGroupKeys, type GroupKey } from "../build-group-keys.js";
import { buildReachConditions } from "../build-reach-conditions.js";
import { choosePromisedRows } from "../choose-promised-rows.js";
import { buildRange } from "../compile-flow.js";
import { isOfPromises, openColumnWords } from "../open-column-words.js";
import type { SqlParameters } from "../sql-parameters.js";

/** RolledScan is what the parts of a rolled statement have in common. */
export interface RolledScan {
  readonly source: "run" | "exception";
  readonly at: string;
  readonly dimensions: readonly Dimension[];
  readonly asOf: Date;
  /** Starts of the buckets in epoch milliseconds; undefined for totals only. */
  readonly bounds: readonly number[] | undefined;
  readonly cut: RangeCut;
}

/** CellSource is a table of cells. */
export interface CellSource {
  readonly table: string;
  readonly columns: readonly string[];
  /** Conditions besides reach and range. */
  readonly where: readonly string[];
  readonly arrayJoin?: string;
}

/** RowSource is how the same columns are counted from the rows. */
export interface RowSource {
  readonly columns: readonly string[];
  readonly where: readonly string[];
  readonly groupBy: readonly string[];
}

/** buildRolledKeys returns the columns that a rolled statement groups by. Attributes are no part of cells. */
export function buildRolledKeys(reach: Reach, scan: RolledScan, params: SqlParameters): GroupKey[] {
  return buildGroupKeys(reach, scan.source, { dimensions: scan.dimensions, attributes: [] }, params);
}

/** buildCellPart reads whole cells of some ranges. */
export function buildCellPart(
  reach: Reach,
  scan: RolledScan,
  ranges: readonly MillisecondRange[],
  { table, columns, where, arrayJoin }: CellSource,
  params: SqlParameters,
): string[] {
  if (ranges.length === 0) return [];
  const pieces = ranges.map(
    ({ from, to }) =>
      `(hour >= ${addSecond("hours_from", from, params)} AND hour < ${addSecond("hours_to", to, params)})`,
  );
  const conditions = [...buildReachConditions(reach, scan.source, params), ...where, joinPieces(pieces)];
  const bucket = buildBucket("toInt64(toUnixTimestamp(hour)) * 1000", scan, params);
  return [
    [
      `    SELECT ${[...listKeys(reach, scan, params), ...bucket, ...columns].join(", ")}`,
      `    FROM ${table} FINAL`,
      ...(arrayJoin === undefined ? [] : [`    ARRAY JOIN ${arrayJoin}`]),
      `    WHERE ${conditions.join("\n      AND ")}`,
      ...renderGroupBy([...aliases(reach, scan, params), ...(arrayJoin === undefined ? [] : ["class"])]),
    ].join("\n"),
  ];
}

/**
 * buildRowParts counts what is in no whole cell from the rows themselves, as cells are counted: a promise is decided by an end or by a
 * deadline, and each of the two scans finds its rows by an index of its own. Where policies decide, all ranges are one scan as
 * `compileFlow` has it: the engine takes longer to plan one than to do it.
 */
export function buildRowParts(reach: Reach, scan: RolledScan, rows: RowSource, params: SqlParameters): string[] {
  if (scan.cut.rows.length === 0) return [];
  const words = [scan.at, ...rows.columns, ...rows.where].join(" ");
  if (reach.parts.promises !== undefined && isOfPromises(words)) return [buildPromisedPart(reach, scan, rows, params)];
  return ROLLUP_SCANS.filter(({ source, moment }) => source === scan.source && moment === scan.at).map((counted) =>
    buildRowPart(reach, { ...scan, at: counted.at }, addWhere(rows, counted.where), params),
  );
}

function addWhere(rows: RowSource, where: string | undefined): RowSource {
  return where === undefined ? rows : { ...rows, where: [...rows.where, where] };
}

function buildRowPart(
  reach: Reach,
  scan: RolledScan,
  { columns, where, groupBy }: RowSource,
  params: SqlParameters,
): string {
  const { source, cut, asOf } = scan;
  const words = openColumnWords(source, undefined, params);
  const at = words.render(scan.at);
  const pieces = cut.rows.map(
    (range) => `(${buildRange(scan, addPiece(range, params), false).map(words.render).join(" AND ")})`,
  );
  params.addInstant("as_of", asOf);
  const conditions = [...buildReachConditions(reach, source, params), ...where.map(words.render), joinPieces(pieces)];
  const bucket = buildBucket(`toUnixTimestamp64Milli(${at})`, scan, params);
  const counted = columns.map(words.render);
  const entries = words.choose([at, ...counted, ...conditions].join(" "));
  return [
    ...(entries.length === 0 ? [] : [`    WITH ${entries.join(",\n        ")}`]),
    `    SELECT ${[...listKeys(reach, scan, params), ...bucket, ...counted].join(", ")}`,
    `    FROM ${source} FINAL`,
    `    WHERE ${conditions.join("\n      AND ")}`,
    ...renderGroupBy([...aliases(reach, scan, params), ...groupBy]),
  ].join("\n");
}

function buildPromisedPart(reach: Reach, scan: RolledScan, rows: RowSource, params: SqlParameters): string {
  const { source, at, asOf, cut } = scan;
  const words = openColumnWords(source, reach.parts.promises, params);
  const pieces = cut.rows.map((range) => `(${buildRange(scan, addPiece(range, params), true).join(" AND ")})`);
  const chosen = choosePromisedRows(reach.parts.promises, { at, pieces: cut.rows }, params) ?? `${source} FINAL`;
  params.addInstant("as_of", asOf);
  const conditions = [...buildReachConditions(reach, source, params), joinPieces(pieces), ...rows.where];
  const bucket = buildBucket(`toUnixTimestamp64Milli(${at})`, scan, params);
  const select = [...listKeys(reach, scan, params), ...bucket, ...rows.columns];
  const text = [at, ...select, ...conditions].join(" ");
  const entries = words.choose(text);
  return [
    ...(entries.length === 0 ? [] : [`    WITH ${entries.join(",\n        ")}`]),
    `    SELECT ${select.join(", ")}`,
    `    ${words.renderFrom(chosen, conditions, text).join("\n    ")}`,
    ...renderGroupBy([...aliases(reach, scan, params), ...rows.groupBy]),
  ].join("\n");
}

function addPiece({ from, to }: MillisecondRange, params: SqlParameters): { from: string; asOf: string } {
  return {
    from: params.addInstant("rows_from", new Date(from)),
    asOf: params.addInstant("rows_to", new Date(to)),
  };
}

function listKeys(reach: Reach, scan: RolledScan, params: SqlParameters): string[] {
  return buildRolledKeys(reach, scan, params).map((key) => `${key.sql} AS ${key.alias}`);
}

function aliases(reach: Reach, scan: RolledScan, params: SqlParameters): string[] {
  const keys = buildRolledKeys(reach, scan, params).map((key) => key.alias);
  return scan.bounds === undefined ? keys : [...keys, "bucket"];
}

function buildBucket(ms: string, { bounds }: RolledScan, params: SqlParameters): string[] {
  return bounds === undefined ? [] : [`roundDown(${ms}, ${params.add("bounds", "Array(Int64)", bounds)}) AS bucket`];
}

function renderGroupBy(columns: readonly string[]): string[] {
  return columns.length === 0 ? [] : [`    GROUP BY ${columns.join(", ")}`];
}

function joinPieces(pieces: readonly string[]): string {
  return pieces.length === 1 ? (pieces[0] ?? "").slice(1, -1) : `(${pieces.join(" OR ")})`;
}

function addSecond(name: string, ms: number, params: SqlParameters): string {
  return params.add(name, "DateTime('UTC')", new Date(ms).toISOString().replace("T", " ").slice(0, 19));
}
