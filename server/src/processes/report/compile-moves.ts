import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { Statement } from "../../metrics/compiler/statement.js";
import { buildMoves, EDGE_MOVES, STEP_MOVES } from "./build-moves.js";
import type { CasesQuestion } from "./cases-question.js";

/** The figures of one step over the moves of a group. */
const STEP_FIGURES = [
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
      joined: EDGE_MOVES,
      groupBy: "before, code",
      orderBy: "times DESC, from_step, to_step",
    }),
    params: params.values,
  };
}
