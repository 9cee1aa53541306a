import type { MillisecondRange } from "../../rollups/cut-range.js";
import type { Reach } from "../../scope/reach.js";
import type { FlowTerm, MetricSource } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { choosePromisedRows } from "./choose-promised-rows.js";
import { buildGroupKeys } from "./build-group-keys.js";
import { buildSourceTable, isBuiltSource } from "./build-source-table.js";
import { buildReachConditions } from "./build-reach-conditions.js";
import { openColumnWords } from "./open-column-words.js";
import { SqlParameters } from "./sql-parameters.js";
import type { Statement } from "./statement.js";

/** MAX_ROWS bounds what one statement may return: groups x buckets. */
export const MAX_ROWS = 200_000;

/** FlowQuestion asks for aggregates of the rows of one source whose instant `at` lies in [from, asOf). */
export interface FlowQuestion {
  readonly source: FlowTerm["source"];
  readonly at: string;
  readonly columns: readonly { readonly alias: string; readonly sql: string }[];
  readonly dimensions: readonly Dimension[];
  readonly attributes: readonly string[];
  readonly from: Date;
  readonly asOf: Date;
  /** Starts of the buckets in epoch milliseconds; undefined for totals only. */
  readonly bounds: readonly number[] | undefined;
  /** Keeps rows that have a currency: money without one is no money. */
  readonly isMoney: boolean;
  /** Absent = open runs are not read from where they are few. */
  readonly now?: Date;
}

/** compileFlow compiles one scan that answers every flow term of one source and instant, totals and buckets together. */
export function compileFlow(reach: Reach, question: FlowQuestion): Statement {
  const params = new SqlParameters();
  const { source, bounds } = question;
  const rules = source === "run" ? reach.parts.promises : undefined;
  const words = openColumnWords(source, rules, params);
  const at = words.render(question.at);
  const conditions = isBuiltSource(source) ? [] : buildReachConditions(reach, source, params);
  const keys = buildGroupKeys(reach, source, question, params);
  const [from, asOf] = [params.addInstant("from", question.from), params.addInstant("as_of", question.asOf)];
  conditions.push(
    ...buildRange(question, { from, asOf }, rules !== undefined).map(words.render),
    ...(question.isMoney ? ["currency != ''"] : []),
  );
  const aliases = keys.map((key) => key.alias);
  const bucket =
    bounds === undefined
      ? []
      : [
          `roundDown(toUnixTimestamp64Milli(${at}), ${params.add("bounds", "Array(Int64)", bounds)}) AS bucket`,
          "grouping(bucket) AS is_total",
        ];
  const columns = question.columns.map((column) => `${words.render(column.sql)} AS ${column.alias}`);
  const select = [...keys.map((key) => `${key.sql} AS ${key.alias}`), ...bucket, "count() AS row_count", ...columns];
  const text = [at, ...keys.map((key) => key.sql), ...columns, ...conditions].join(" ");
  const entries = words.choose(text);
  const rows =
    choosePromisedRows(rules, { ...question, pieces: [toPiece(question)] }, params) ??
    buildSourceTable(reach, source, { from, asOf, asked: columns.join(" ") }, params);
  const sets = `GROUPING SETS ((${aliases.join(", ")}), (${[...aliases, "bucket"].join(", ")}))`;
  const groupBy =
    bounds !== undefined ? `GROUP BY ${sets}` : aliases.length > 0 ? `GROUP BY ${aliases.join(", ")}` : "";
  const sql = [
    ...(entries.length > 0 ? [`WITH\n    ${entries.join(",\n    ")}`] : []),
    `SELECT\n    ${select.join(",\n    ")}`,
    ...words.renderFrom(rows, conditions, text),
    ...(groupBy === "" ? [] : [groupBy]),
    `LIMIT ${MAX_ROWS + 1}`,
  ].join("\n");
  return { name: `metrics.${source}.${at}`, sql, params: params.values };
}

/** toPiece is the range of a question in milliseconds. */
export function toPiece({ from, asOf }: { readonly from: Date; readonly asOf: Date }): MillisecondRange {
  return { from: from.getTime(), to: asOf.getTime() };
}

/** How the 5-minute slice of a row bounds the columns that its table is sorted by; a refused event is never dated later than this. */
const SLICE_RANGES: Partial<Record<MetricSource, (from: string, asOf: string) => string[]>> = {
  event: (from, asOf) => [`time >= ${from}`, `time < ${asOf} + INTERVAL 5 MINUTE`],
  out_of_sequence: (from, asOf) => [`time >= ${from}`, `time < ${asOf} + INTERVAL 5 MINUTE`],
  feed_count: (from, asOf) => [`day >= toDate(${from})`, `day <= toDate(${asOf})`],
  rejected_event: (from) => [`received_at >= ${from} - INTERVAL 10 MINUTE`],
};

/**
 * buildRange writes the range of the instant, before its words are rendered; the extra conditions are implied by it, and let the primary key
 * and the minmax indexes skip the rest.
 */
export function buildRange(
  { source, at }: Pick<FlowQuestion, "source" | "at">,
  { from, asOf }: { readonly from: string; readonly asOf: string },
  hasRules: boolean,
): string[] {
  const range = [`${at} >= ${from}`, `${at} < ${asOf}`];
  if (at === "started_at" || at === "raised_at") return [`day >= toDate(${from})`, `day <= toDate(${asOf})`, ...range];
  // The days on which the runs of a granule ended are indexed: one run that never ended would spoil its minmax index.
  if (at === "finished_at")
    return [...range, `toDate32(${at}) >= toDate32(${from})`, `toDate32(${at}) <= toDate32(${asOf})`];
  if (at === "slice_at") return [...(SLICE_RANGES[source]?.(from, asOf) ?? []), ...range];
  // The same for deadlines, of which one that is absent would do it.
  if ((at === "deadline_at" || at === "sla_due_at") && !hasRules)
    return [...range, `toDate32(${at}) >= toDate32(${from})`, `toDate32(${at}) <= toDate32(${asOf})`];
  if (at !== "decided_at") return range;
  // Where policies decide, `choosePromisedRows` narrows the rows.
  if (hasRules) return ["has_promise", ...range];
  return [
    ...[`finished_at >= ${from}`, `due_at >= ${from}`, `(finished_at < ${asOf} OR due_at < ${asOf})`],
    ...["has_promise", ...range],
  ];
}
