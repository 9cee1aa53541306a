import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { Statement } from "../../metrics/compiler/statement.js";
import { buildCases } from "./build-cases.js";
import type { CasesQuestion } from "./cases-question.js";

/** MAX_ROWS bounds how many steps and how many edges are told apart, those of most runs first. */
export const MAX_ROWS = 1_000;

/** MOVES is one row a step of a case: the step and the one before it (0 = none); of equal lengths are the arrays it joins. */
const MOVES = [
  ["code", "path"],
  ["before", "arraySlice(arrayPushFront(path, 0), 1, length(path))"],
];
const BEGAN_BEFORE = ["begun_before", "arraySlice(arrayPushFront(begun, 0), 1, length(begun))"];
const BEGAN = ["begun_at_ms", "begun"];

/** What figures of steps need besides: `places_left` is 1 for the last. */
const STEP_MOVES = [
  BEGAN,
  ["occurrence", "arrayEnumerateUniq(path)"],
  ["places_left", "arrayReverse(arrayEnumerate(path))"],
  ["ended_at_ms", "ended"],
  ["ended_before", "arraySlice(arrayPushFront(ended, 0), 1, length(ended))"],
  ["is_failed", "failed"],
];

/** STEP_FIGURES are the figures of one step over the moves of a group. */
export const STEP_FIGURES = [
  "count() AS times",
  "countIf(occurrence = 1) AS runs",
  "countIf(occurrence = 2) AS reworked_runs",
  "countIf(is_failed) AS failures",
  "countIf(before = 0) AS starts",
  "countIf(places_left = 1) AS ends",
  "quantilesExactInclusive(0.5, 0.95)(ended_at_ms - begun_at_ms) AS work",
  "sum(ended_at_ms - begun_at_ms) AS work_total",
  "countIf(before != 0) AS waits",
  "quantilesExactInclusiveIf(0.5, 0.95)(greatest(0, begun_at_ms - ended_before), before != 0) AS wait",
  "sumIf(ended_at_ms - begun_at_ms, has_start) AS work_of_started",
  "sumIf(elapsed_ms, occurrence = 1) AS elapsed",
];

/** compileSteps compiles the figures of each step. */
export function compileSteps(question: CasesQuestion): Statement {
  const params = new SqlParameters();
  return {
    name: "processes.steps",
    sql: buildMoves(question, params, {
      select: ["names[code] AS step", ...STEP_FIGURES],
      where: "",
      joined: STEP_MOVES,
      groupBy: "code",
      orderBy: "runs DESC, step",
    }),
    params: params.values,
  };
}

/** compileEdges compiles how often one step directly follows another, and how long after its start it starts. */
export function compileEdges(question: CasesQuestion): Statement {
  const params = new SqlParameters();
  return {
    name: "processes.edges",
    sql: buildMoves(question, params, {
      select: [
        "names[before] AS from_step",
        "names[code] AS to_step",
        "count() AS times",
        "quantilesExactInclusive(0.5, 0.95)(begun_at_ms - begun_before) AS duration",
      ],
      where: "WHERE before != 0",
      joined: [BEGAN, BEGAN_BEFORE],
      groupBy: "before, code",
      orderBy: "times DESC, from_step, to_step",
    }),
    params: params.values,
  };
}

function buildMoves(
  question: CasesQuestion,
  params: SqlParameters,
  parts: {
    select: readonly string[];
    joined: readonly (readonly string[])[];
    where: string;
    groupBy: string;
    orderBy: string;
  },
): string {
  const cases = buildCases(question, params);
  const joined = [...MOVES, ...parts.joined];
  return `WITH
    ${cases.words.join(",\n    ")}
SELECT ${parts.select.join(",\n    ")},
    count() OVER () AS row_count
FROM
(
    SELECT side, peer, has_start, elapsed_ms, ${joined.map(([name]) => name).join(", ")}
    FROM
    (
${cases.sql}
    )
    ARRAY JOIN ${joined.map(([name = "", array = ""]) => `${array} AS ${name}`).join(", ")}
)
${parts.where}
GROUP BY ${parts.groupBy}
ORDER BY ${parts.orderBy}
LIMIT ${MAX_ROWS}`;
}
