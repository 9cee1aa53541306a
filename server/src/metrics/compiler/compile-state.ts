import type { Reach } from "../../scope/reach.js";
import { buildGroupKeys } from "./build-group-keys.js";
import { buildReachConditions } from "./build-reach-conditions.js";
import { chooseSpanTable, SPAN_EDGES, type SpanQuestion } from "./compile-span.js";
import { MAX_ROWS } from "./compile-flow.js";
import { openColumnWords } from "./open-column-words.js";
import { SqlParameters } from "./sql-parameters.js";
import type { Statement } from "./statement.js";

/**
 * compileState is `compileSpan` for a single instant: a row counts when it entered before the instant and did not leave before it.
 * It answers one column a term, and costs the engine half of what listing changes does.
 */
export function compileState(reach: Reach, question: SpanQuestion): Statement {
  const params = new SqlParameters();
  const words = openColumnWords(question.source, reach.parts.promises, params);
  const { source, instants } = question;
  const [instant = 0] = instants;
  const at = params.addInstant("at", new Date(instant));
  const atMs = params.add("at_ms", "Int64", instant);
  const keys = buildGroupKeys(reach, source, question, params);
  const conditions = [
    ...buildReachConditions(reach, source, params),
    `${SPAN_EDGES[source].end} >= ${at}`,
    `${SPAN_EDGES[source].start} < ${at}`,
    ...(question.isMoney ? ["currency != ''"] : []),
  ];
  const columns = question.terms.map(({ alias, term }) => {
    const isIn = `${words.render(term.enter)} < ${atMs} AND ${words.render(term.leave)} >= ${atMs}`;
    return term.weight === undefined ? `countIf(${isIn}) AS ${alias}` : `sumIf(${term.weight}, ${isIn}) AS ${alias}`;
  });
  const text = [...keys.map((key) => key.sql), ...columns].join(" ");
  const entries = words.choose(text);
  const aliases = keys.map((key) => key.alias);
  const sql = [
    ...(entries.length > 0 ? [`WITH\n    ${entries.join(",\n    ")}`] : []),
    `SELECT\n    ${[...keys.map((key) => `${key.sql} AS ${key.alias}`), ...columns].join(",\n    ")}`,
    ...words.renderFrom(`${chooseSpanTable(question)} FINAL`, conditions, text),
    ...(aliases.length > 0 ? [`GROUP BY ${aliases.join(", ")}`] : []),
    `HAVING ${question.terms.map(({ alias }) => `${alias} != 0`).join(" OR ")}`,
    `LIMIT ${MAX_ROWS + 1}`,
  ].join("\n");
  return { name: `metrics.${source}.instant`, sql, params: params.values };
}
