import type { Reach } from "../../scope/reach.js";
import { buildReachConditions } from "../compiler/build-reach-conditions.js";
import { buildSourceTable, isBuiltSource, needsOrder } from "../compiler/build-source-table.js";
import { choosePromisedRows, type RowPart } from "../compiler/choose-promised-rows.js";
import { buildRange } from "../compiler/compile-flow.js";
import { chooseSpanTable, SPAN_EDGES } from "../compiler/compile-span.js";
import { openColumnWords, type ColumnWords } from "../compiler/open-column-words.js";
import { SqlParameters } from "../compiler/sql-parameters.js";
import type { Statement } from "../compiler/statement.js";
import type { FlowTerm, SpanTerm } from "../metric-definition.js";
import { ROW_IDENTITIES } from "./row-identities.js";

/** RowPosition is a row of a list: its instant and the texts that tell it apart. */
export interface RowPosition {
  readonly atMs: number;
  readonly key: readonly string[];
}

/** RowsQuestion asks which rows a term counts. */
export interface RowsQuestion {
  readonly term: FlowTerm | SpanTerm;
  readonly from: Date;
  readonly asOf: Date;
  /** The part of the range that is looked at, half-open; states have no part. */
  readonly window: { readonly from: Date; readonly to: Date };
  readonly after: RowPosition | undefined;
  readonly limit: number;
  readonly isMoney: boolean;
  readonly now: Date;
}

/**
 * compileRows lists the rows that a term counts, newest first, each with what it adds: the term's own aggregate is taken of every row
 * by itself, so a row is listed exactly when it counts.
 */
export function compileRows(reach: Reach, question: RowsQuestion): Statement {
  const params = new SqlParameters();
  const { term } = question;
  const { id, key, workflow, run, origin, hasPlace, hasCurrency } = ROW_IDENTITIES[term.source];
  const words = openColumnWords(term.source, reach.parts.promises, params);
  const part =
    term.form === "flow"
      ? compileFlowPart(reach, { ...question, term }, { params, words })
      : compileSpanPart(term, question, { params, words });
  const conditions = [
    ...(isBuiltSource(term.source) ? [] : buildReachConditions(reach, term.source, params)),
    ...part.conditions,
    ...(question.isMoney ? ["currency != ''"] : []),
  ];
  const shown = [
    `any(client) AS row_client`,
    `any(${workflow}) AS row_workflow`,
    `any(toString(${id})) AS row_id`,
    `any(${run}) AS row_run`,
    `any(${origin}) AS row_source`,
    ...["store", "channel", "partner"].map((column) => `any(${hasPlace ? column : "''"}) AS row_${column}`),
    `any(${hasCurrency ? "currency" : "''"}) AS row_currency`,
    `[${key.map((column) => `toString(${column})`).join(", ")}] AS row_key`,
    "toJSONString(row_key) AS row_key_text",
    `${part.at} AS at_ms`,
    `${part.contribution} AS contribution`,
  ];
  const text = [...shown, ...conditions].join(" ");
  const entries = words.choose(text);
  const sql = [
    ...(entries.length > 0 ? [`WITH\n    ${entries.join(",\n    ")}`] : []),
    `SELECT\n    ${shown.join(",\n    ")}`,
    ...words.renderFrom(part.table, conditions, text),
    `GROUP BY ${key.join(", ")}`,
    `HAVING ${[part.isCounted, ...buildAfter(question.after, params)].join(" AND ")}`,
    "ORDER BY at_ms DESC, row_key",
    `LIMIT ${question.limit}`,
  ].join("\n");
  return { name: `metrics.${term.source}.rows`, sql, params: params.values };
}

interface Writing {
  readonly params: SqlParameters;
  readonly words: ColumnWords;
}

interface Part {
  readonly table: string | readonly RowPart[];
  readonly at: string;
  readonly contribution: string;
  readonly isCounted: string;
  readonly conditions: readonly string[];
}

function compileFlowPart(
  reach: Reach,
  question: RowsQuestion & { readonly term: FlowTerm },
  { params, words }: Writing,
): Part {
  const { source } = question.term;
  const [at, sql] = [words.render(question.term.at), words.render(question.term.sql)];
  const from = params.addInstant("from", question.window.from);
  const asOf = params.addInstant("as_of", question.asOf);
  const windowTo = params.addInstant("window_to", question.window.to);
  // The first of its name in a run is that of the whole range, not of the part that is looked at.
  const since = source === "step" && needsOrder(sql) ? params.addInstant("range_from", question.from) : from;
  const to = Math.min(question.asOf.getTime(), question.window.to.getTime());
  const piece = { from: question.window.from.getTime(), to };
  const asked = { at: question.term.at, pieces: [piece], now: question.now };
  return {
    table:
      choosePromisedRows(source === "run" ? reach.parts.promises : undefined, asked, params) ??
      buildSourceTable(reach, source, { from: since, asOf, asked: sql }, params),
    at: `toUnixTimestamp64Milli(max(${at}))`,
    contribution: `toFloat64OrNull(toString(${sql}))`,
    isCounted: sql.startsWith("quantile") ? "isNotNull(contribution)" : "contribution != 0",
    conditions: [
      ...buildRange(question.term, { from, asOf }, reach.parts.promises !== undefined).map(words.render),
      `${at} < ${windowTo}`,
    ],
  };
}

function compileSpanPart(term: SpanTerm, question: RowsQuestion, { params, words }: Writing): Part {
  const { source, weight } = term;
  const [enter, leave] = [words.render(term.enter), words.render(term.leave)];
  const at = params.addInstant("as_of", question.asOf);
  const atMs = params.add("as_of_ms", "Int64", question.asOf.getTime());
  const table = chooseSpanTable({ source, instants: [question.asOf.getTime()], now: question.now });
  return {
    table: `${table} FINAL`,
    at: `toInt64(max(${enter}))`,
    contribution: `toFloat64(sum(${weight ?? "1"}))`,
    isCounted: "contribution != 0",
    conditions: [
      `${SPAN_EDGES[source].end} >= ${at}`,
      `${SPAN_EDGES[source].start} < ${at}`,
      `${enter} < ${atMs}`,
      `${leave} >= ${atMs}`,
    ],
  };
}

function buildAfter(after: RowPosition | undefined, params: SqlParameters): string[] {
  if (after === undefined) return [];
  const atMs = params.add("after_ms", "Int64", after.atMs);
  return [`(at_ms < ${atMs} OR (at_ms = ${atMs} AND row_key > ${params.addTexts("after_key", after.key)}))`];
}
