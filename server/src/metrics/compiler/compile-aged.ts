import type { Reach } from "../../scope/reach.js";
import type { MetricAssumptions } from "../settings/metric-assumptions.js";
import type { AgedTerm } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { addAssumptions } from "./add-assumptions.js";
import { buildGroupKeys } from "./build-group-keys.js";
import { buildReachConditions } from "./build-reach-conditions.js";
import { MAX_ROWS } from "./compile-flow.js";
import { chooseSpanTable, SPAN_EDGES } from "./compile-span.js";
import { openColumnWords } from "./open-column-words.js";
import { SqlParameters } from "./sql-parameters.js";
import type { Statement } from "./statement.js";

/** AgedQuestion asks for aggregates of rows by their age, at the end of the range or of each bucket. */
export interface AgedQuestion {
  readonly sample: Pick<AgedTerm, "source" | "enter" | "leave" | "population">;
  readonly columns: readonly { readonly alias: string; readonly sql: string }[];
  readonly dimensions: readonly Dimension[];
  readonly attributes: readonly string[];
  readonly from: Date;
  readonly asOf: Date;
  /** Starts of the buckets that have begun and the instants at which they end, in epoch milliseconds; undefined for the whole range. */
  readonly buckets: { readonly starts: readonly number[]; readonly instants: readonly number[] } | undefined;
  readonly isMoney: boolean;
  readonly now: Date;
  readonly assumptions: MetricAssumptions | undefined;
}

/**
 * compileAged compiles aggregates of ages: until the instant for a row that is open there, until it was left for one that left in the
 * range, so that what is stuck cannot vanish from a percentile. In a series a row is looked at in each bucket from the one it entered in
 * to the one it was left in, which is found by rounding, not by looking through the buckets.
 */
export function compileAged(reach: Reach, question: AgedQuestion): Statement {
  const params = new SqlParameters();
  const { sample, buckets } = question;
  const { source, population } = sample;
  const words = openColumnWords(source, reach.parts.promises, params);
  const [enter, leave] = [words.render(sample.enter), words.render(sample.leave)];
  const keys = buildGroupKeys(reach, source, question, params);
  const conditions = buildConditions(reach, question, params);
  const columns = question.columns.map((column) => `${words.render(column.sql)} AS ${column.alias}`);
  const text = [enter, leave, ...keys.map((key) => key.sql), ...columns, ...conditions].join(" ");
  const entries = words.choose(text);
  addAssumptions(entries.join(" "), question.assumptions, params);
  const instant =
    buckets === undefined
      ? params.add("at_ms", "Int64", question.asOf.getTime())
      : `${params.add("instants", "Array(Int64)", buckets.instants)}[place]`;
  entries.push(
    `${instant} AS at_ms`,
    `${leave} >= at_ms AS is_open`,
    `(least(${leave}, at_ms) - ${enter}) / 1000 AS age_seconds`,
  );
  const instants = buckets?.instants ?? [question.asOf.getTime()];
  const isCounted = population === "open" ? ["is_open"] : [];
  const table = population === "open" ? chooseSpanTable({ source, instants, now: question.now }) : source;
  const bucket = buckets === undefined ? undefined : params.add("bounds", "Array(Int64)", buckets.starts);
  const grouping = [...keys.map((key) => key.alias), ...(bucket === undefined ? [] : ["bucket"])];
  const sql = [
    `WITH\n    ${entries.join(",\n    ")}`,
    `SELECT\n    ${[...keys.map((key) => `${key.sql} AS ${key.alias}`), ...(bucket === undefined ? [] : [`${bucket}[place] AS bucket`]), "count() AS row_count", ...columns].join(",\n    ")}`,
    ...(bucket === undefined
      ? words.renderFrom(`${table} FINAL`, [...conditions, ...isCounted], text)
      : [
          `FROM\n(\n    SELECT * ${indent(words.renderFrom(`${table} FINAL`, conditions, text))}\n)\nARRAY JOIN ${buildPlaces(enter, leave, bucket)} AS place`,
          `WHERE ${[`${enter} < at_ms`, ...isCounted].join("\n  AND ")}`,
        ]),
    ...(grouping.length > 0 ? [`GROUP BY ${grouping.join(", ")}`] : []),
    `LIMIT ${MAX_ROWS + 1}`,
  ].join("\n");
  return { name: `metrics.${source}.aged`, sql, params: params.values };
}

/** `as_of` is bound for the derived columns, too. */
function buildConditions(reach: Reach, question: AgedQuestion, params: SqlParameters): string[] {
  const { source, population } = question.sample;
  const edges = SPAN_EDGES[source];
  const from = params.addInstant("from", question.from);
  const asOf = params.addInstant("as_of", question.asOf);
  const first = new Date(question.buckets?.instants[0] ?? question.asOf.getTime());
  return [
    ...buildReachConditions(reach, source, params),
    `${edges.start} < ${asOf}`,
    population === "open" ? `${edges.end} >= ${params.addInstant("first", first)}` : `${edges.end} >= ${from}`,
    ...(question.isMoney ? ["currency != ''"] : []),
  ];
}

function indent(lines: readonly string[]): string {
  return lines.join("\n").replaceAll("\n", "\n    ");
}

/** A row that was left before it was entered (clocks differ) is in the bucket it was left in. */
function buildPlaces(enter: string, leave: string, bounds: string): string {
  const place = (ms: string) => `transform(roundDown(${ms}, ${bounds}), ${bounds}, arrayEnumerate(${bounds}), 1)`;
  const [entered, left] = [place(enter), place(leave)];
  return `range(least(${entered}, ${left}), ${left} + 1)`;
}
