import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { Statement } from "../../metrics/compiler/statement.js";
import { buildCases } from "../report/build-cases.js";
import type { CasesQuestion } from "../report/cases-question.js";
import { buildMoves, EDGE_MOVES, STEP_MOVES } from "../report/build-moves.js";
import { MAX_SHOWN_STEPS } from "../report/compile-variants.js";

const SIDES = ["a", "b"] as const;
const ofBoth = (build: (side: "a" | "b") => string) => SIDES.map(build);

/** What only fewer peers did than may be told is as if nobody had done it. */
const PEERS = "uniqExactIf(peer, side = 'b') AS peers";
const told = (figure: string, minPeers: string) => `if(peers >= ${minPeers}, b_${figure}, 0) AS told_${figure}`;

/** compileComparedVariants compiles one row for both sides together (is_total) and one a variant, those that matter most to a side first. */
export function compileComparedVariants(
  question: CasesQuestion,
  options: { limit: number; minPeers: number; hasEmpty: boolean },
): Statement {
  const params = new SqlParameters();
  const cases = buildCases(question, params);
  const limit = params.add("limit", "UInt32", options.limit + 1);
  const minPeers = params.add("min_peers", "UInt32", options.minPeers);
  const sql = `WITH
    ${cases.words.join(",\n    ")}
SELECT arrayMap(code -> names[code], arraySlice(path, 1, ${MAX_SHOWN_STEPS})) AS steps, length(path) AS path_length, * EXCEPT (path),
    sumIf(told_cases, is_total = 0) OVER () AS all_told_cases,
    maxIf(a_cases, is_total = 1) OVER () AS all_a_cases
FROM
(
    SELECT *, ${told("cases", minPeers)}
    FROM
    (
        SELECT path, grouping(path) AS is_total, countIf(is_tied) AS tied_cases, ${PEERS},
            uniqExactIf(peer, side = 'b' AND has_start) AS duration_peers,
            ${ofBoth((side) => `countIf(side = '${side}') AS ${side}_cases`).join(", ")},
            ${ofBoth((side) => `quantilesExactInclusiveIf(0.5, 0.95)(elapsed_ms, has_start AND side = '${side}') AS ${side}_durations`).join(",\n            ")}
        FROM
        (
${cases.sql}
        )
        ${options.hasEmpty ? "" : "WHERE notEmpty(path)"}
        GROUP BY GROUPING SETS ((path), ())
    )
    WHERE is_total = 1 OR a_cases > 0 OR told_cases > 0
)
ORDER BY is_total DESC, greatest(a_cases / greatest(all_a_cases, 1), told_cases / greatest(all_told_cases, 1)) DESC, steps, path_length
LIMIT ${limit}`;
  return { name: "processes.compared_variants", sql, params: params.values };
}

/** compileComparedSteps compiles one row a step with the figures of both sides. */
export function compileComparedSteps(question: CasesQuestion, minPeers: number): Statement {
  const params = new SqlParameters();
  const least = params.add("min_peers", "UInt32", minPeers);
  const sql = buildMoves(question, params, {
    select: [
      "names[code] AS step",
      PEERS,
      ...ofBoth((side) => `countIf(side = '${side}') AS ${side}_times`),
      ...ofBoth((side) => `countIf(occurrence = 1 AND side = '${side}') AS ${side}_cases`),
      ...ofBoth(
        (side) => `quantilesExactInclusiveIf(0.5, 0.95)(ended_at_ms - begun_at_ms, side = '${side}') AS ${side}_work`,
      ),
      "uniqExactIf(peer, side = 'b' AND before != 0) AS wait_peers",
      ...ofBoth(
        (side) =>
          `quantilesExactInclusiveIf(0.5, 0.95)(greatest(0, begun_at_ms - ended_before), before != 0 AND side = '${side}') AS ${side}_wait`,
      ),
      told("cases", least),
    ],
    joined: STEP_MOVES,
    where: "",
    groupBy: "code",
    having: "HAVING a_cases > 0 OR told_cases > 0",
    orderBy: "a_cases DESC, told_cases DESC, step",
  });
  return { name: "processes.compared_steps", sql, params: params.values };
}

/** compileComparedEdges compiles one row an edge with the figures of both sides. */
export function compileComparedEdges(question: CasesQuestion, minPeers: number): Statement {
  const params = new SqlParameters();
  const least = params.add("min_peers", "UInt32", minPeers);
  const sql = buildMoves(question, params, {
    select: [
      "names[before] AS from_step",
      "names[code] AS to_step",
      PEERS,
      ...ofBoth((side) => `countIf(side = '${side}') AS ${side}_cases`),
      ...ofBoth(
        (side) =>
          `quantilesExactInclusiveIf(0.5, 0.95)(begun_at_ms - begun_before, side = '${side}') AS ${side}_duration`,
      ),
      told("cases", least),
      "sum(a_cases) OVER () AS all_a_cases",
      "sum(told_cases) OVER () AS all_told_cases",
    ],
    joined: EDGE_MOVES,
    where: "WHERE before != 0",
    groupBy: "before, code",
    having: "HAVING a_cases > 0 OR told_cases > 0",
    orderBy: "a_cases DESC, told_cases DESC, from_step, to_step",
  });
  return { name: "processes.compared_edges", sql, params: params.values };
}
