import type { Statement } from "../../metrics/compiler/statement.js";
import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import { buildCases } from "./build-cases.js";
import { buildConformanceColumns, type ConformanceSteps } from "./build-conformance-columns.js";
import type { CasesQuestion } from "./cases-question.js";

/** MAX_SHOWN_STEPS is how many steps of a variant are named; longer ones are cut with a mark. */
export const MAX_SHOWN_STEPS = 200;

const FIGURES = [
  "count() AS cases",
  "countIf(has_start) AS started_cases",
  ...["succeeded", "failed", "cancelled", "dead_lettered", "compensated"].map(
    (outcome) => `countIf(outcome = '${outcome}') AS ${outcome}`,
  ),
  "quantilesExactInclusiveIf(0.5, 0.95)(elapsed_ms, has_start) AS durations",
  "quantilesExactInclusiveIf(0.5, 0.95)(begun[-1] - begun[1], notEmpty(begun)) AS spans",
  "sum(elapsed_ms) AS elapsed",
  "countIf(is_tied) AS tied_cases",
];

/** Figures of all variants, those that are not listed included; the row of the totals carries them. */
const OVERALL = [
  "countIf(is_total = 0) OVER () AS variant_count",
  "countIf(is_total = 0 AND cases = 1) OVER () AS singleton_count",
  "sumIf(cases, is_total = 0 AND length(arrayDistinct(path)) < length(path)) OVER () AS repeating_cases",
  "sumIf(cases, is_total = 0 AND arrayExists((code, next) -> code = next, path, arraySlice(arrayPushBack(path, 0), 2))) OVER () AS looping_cases",
  "sumMapIf([length(path)], [cases], is_total = 0) OVER () AS cases_by_length",
];

/**
 * compileVariants compiles the variants with the most cases and one row (is_total) of all cases. Runs without any step are a
 * variant of no steps where steps were declared; elsewhere they are only counted (run_count - cases).
 */
export function compileVariants(
  question: CasesQuestion,
  options: { limit: number; conformance: ConformanceSteps | undefined },
): Statement {
  const params = new SqlParameters();
  const cases = buildCases(question, params);
  const limit = params.add("limit", "UInt32", options.limit + 1);
  const conformance = buildConformanceColumns(options.conformance, params);
  const counted = options.conformance === undefined ? "WHERE notEmpty(path)" : "";
  const sql = `WITH
    ${cases.words.join(",\n    ")}
SELECT arrayMap(code -> names[code], arraySlice(path, 1, ${MAX_SHOWN_STEPS})) AS steps, length(path) AS path_length,
    * EXCEPT (path),
    ${[...OVERALL, ...conformance.overall].join(",\n    ")}
FROM
(
    SELECT ${["*", ...conformance.columns].join(",\n        ")}
    FROM
    (
        SELECT path, grouping(path) AS is_total,
            ${FIGURES.join(",\n            ")}
        FROM
        (
${cases.sql}
        )
        ${counted}
        GROUP BY GROUPING SETS ((path), ())
    )
)
ORDER BY is_total DESC, cases DESC, steps, path_length
LIMIT ${limit}`;
  return { name: "processes.variants", sql, params: params.values };
}

/** compileCaseCount counts the runs of a question, those without any step included. */
export function compileCaseCount(question: CasesQuestion): Statement {
  const params = new SqlParameters();
  const { runs } = buildCases(question, params);
  return { name: "processes.case_count", sql: `SELECT count() AS runs FROM (${runs})`, params: params.values };
}
