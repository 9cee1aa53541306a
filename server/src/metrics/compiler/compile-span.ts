import type { Reach } from "../../scope/reach.js";
import type { SpanTerm } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { buildGroupKeys } from "./build-group-keys.js";
import { buildReachConditions } from "./build-reach-conditions.js";
import { RECENT_MS } from "./choose-promised-rows.js";
import { MAX_ROWS } from "./compile-flow.js";
import { openColumnWords } from "./open-column-words.js";
import { SqlParameters } from "./sql-parameters.js";
import type { Statement } from "./statement.js";

/** SpanQuestion asks how many rows (or how much of a weight) were in a state at each of the instants. */
export interface SpanQuestion {
  readonly source: SpanTerm["source"];
  readonly terms: readonly { readonly alias: string; readonly term: SpanTerm }[];
  readonly dimensions: readonly Dimension[];
  readonly attributes: readonly string[];
  /** Sorted, in epoch milliseconds, at least one. */
  readonly instants: readonly number[];
  readonly isMoney: boolean;
  readonly now: Date;
}

/** SPAN_EDGES are the columns in which a state can begin and end. */
export const SPAN_EDGES = {
  run: { start: "started_at", end: "finished_at" },
  exception: { start: "raised_at", end: "resolved_at" },
} as const;

/**
 * compileSpan compiles the changes of a state between instants: a row adds its weight at the first instant after `enter` and takes
 * it away at the first after `leave`. The sum of the changes up to an instant is the value there. `change_after` is the last instant
 * not after the change (0 = before all), so one row costs two changes whatever the number of instants.
 */
export function compileSpan(reach: Reach, question: SpanQuestion): Statement {
  const params = new SqlParameters();
  const words = openColumnWords(question.source, reach.parts.promises, params);
  const { source, instants } = question;
  const edges = SPAN_EDGES[source];
  const conditions = buildReachConditions(reach, source, params);
  const keys = buildGroupKeys(reach, source, question, params);
  const first = params.addInstant("first", new Date(instants[0] ?? 0));
  const last = params.addInstant("last", new Date(instants[instants.length - 1] ?? 0));
  conditions.push(
    `${edges.end} >= ${first}`,
    `${edges.start} < ${last}`,
    ...(question.isMoney ? ["currency != ''"] : []),
  );
  const spans = question.terms.map(
    ({ alias, term }) =>
      `('${alias}', ${words.render(term.enter)}, ${words.render(term.leave)}, toDecimal128(${term.weight ?? "1"}, 4))`,
  );
  const text = [...keys.map((key) => key.sql), ...spans].join(" ");
  const entries = words.choose(text);
  const bounds = params.add("instants", "Array(Int64)", [0, ...instants]);
  const aliases = keys.map((key) => key.alias);
  const sql = [
    `SELECT\n    ${[...aliases, "span.1 AS term", `roundDown(edge.1, ${bounds}) AS change_after`, "sum(edge.2) AS change"].join(",\n    ")}`,
    "FROM",
    "(",
    ...(entries.length > 0 ? [`    WITH\n        ${entries.join(",\n        ")}`] : []),
    `    SELECT\n        ${[...keys.map((key) => `${key.sql} AS ${key.alias}`), `arrayJoin([${spans.join(", ")}]) AS span`].join(",\n        ")}`,
    ...words
      .renderFrom(`${chooseSpanTable(question)} FINAL`, conditions, text)
      .map((line) => `    ${line.replaceAll("\n", "\n    ")}`),
    ")",
    "ARRAY JOIN [(span.2, span.4), (span.3, -span.4)] AS edge",
    "WHERE span.2 < span.3",
    `GROUP BY ${[...aliases, "term", "change_after"].join(", ")}`,
    "HAVING change != 0",
    `LIMIT ${MAX_ROWS + 1}`,
  ].join("\n");
  return { name: `metrics.${source}.instant`, sql, params: params.values };
}

/** chooseSpanTable reads open runs where they are few: at instants that are recent, every run that was open then is among them. */
export function chooseSpanTable({
  source,
  instants: [first = 0],
  now,
}: Pick<SpanQuestion, "source" | "instants" | "now">): string {
  return source === "run" && first >= now.getTime() - RECENT_MS ? "open_run" : source;
}
