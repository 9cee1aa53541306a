import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import { buildCases } from "./build-cases.js";
import type { CasesQuestion } from "./cases-question.js";

/** How many steps and how many edges are told apart, those of most runs first. */
const MAX_ROWS = 1_000;

/** MOVES is one row a step of a case: the step and the one before it (0 = none); of equal lengths are the arrays it joins. */
const MOVES = [
  ["code", "path"],
  ["before", "arraySlice(arrayPushFront(path, 0), 1, length(path))"],
];
const BEGAN_BEFORE = ["begun_before", "arraySlice(arrayPushFront(begun, 0), 1, length(begun))"];
const BEGAN = ["begun_at_ms", "begun"];

/** EDGE_MOVES is what figures of edges need besides. */
export const EDGE_MOVES = [BEGAN, BEGAN_BEFORE];

/** STEP_MOVES is what figures of steps need besides: `places_left` is 1 for the last. */
export const STEP_MOVES = [
  BEGAN,
  ["occurrence", "arrayEnumerateUniq(path)"],
  ["places_left", "arrayReverse(arrayEnumerate(path))"],
  ["ended_at_ms", "ended"],
  ["ended_before", "arraySlice(arrayPushFront(ended, 0), 1, length(ended))"],
  ["is_failed", "failed"],
];

/** buildMoves returns a statement over the moves of all cases, grouped. */
export function buildMoves(
  question: CasesQuestion,
  params: SqlParameters,
  parts: {
    select: readonly string[];
    joined: readonly (readonly string[])[];
    where: string;
    groupBy: string;
    having?: string;
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
${parts.having ?? ""}
ORDER BY ${parts.orderBy}
LIMIT ${MAX_ROWS}`;
}
