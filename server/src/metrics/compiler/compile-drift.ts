import type { Reach } from "../../scope/reach.js";
import type { DriftTerm } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { buildGroupKeys } from "./build-group-keys.js";
import { buildReachConditions } from "./build-reach-conditions.js";
import { MAX_ROWS } from "./compile-flow.js";
import { SqlParameters } from "./sql-parameters.js";
import type { Statement } from "./statement.js";

/** REFERENCE_DAYS is the length of the window before the range that decisions are compared with. */
export const REFERENCE_DAYS = 28;
/** A share that is 0 counts as this, as is usual: the index has no value otherwise. */
const LEAST_SHARE = "0.0001";

/** DriftQuestion asks how far decisions of a range, or of each bucket, drifted from those of the reference window. */
export interface DriftQuestion {
  readonly columns: readonly { readonly alias: string; readonly figure: DriftTerm["figure"] }[];
  readonly dimensions: readonly Dimension[];
  readonly attributes: readonly string[];
  readonly from: Date;
  readonly asOf: Date;
  readonly bounds: readonly number[] | undefined;
}

/** Decisions by tenth of confidence and by action; those without a confidence are a class of their own. */
const renderSpread = (prefix: string, count: string) =>
  `sumMap([if(isNull(confidence), toUInt8(10), toUInt8(least(9, floor(assumeNotNull(confidence) * 10))))], [1]) AS ${prefix}tenths, sumMap([action], [1]) AS ${prefix}actions, count() AS ${count}`;

const FIGURES: Record<DriftTerm["figure"], string> = {
  greatest: "greatest(confidence_drift, action_drift)",
  confidence: "confidence_drift",
  action: "action_drift",
  made: "made_count",
  reference: "reference_count",
};

/**
 * compileDrift compiles the population stability index, the sum over classes of (p - q) x ln(p / q), of tenths of confidence and of
 * actions; null without decisions on either side. Decisions that were told without confidence are a class of their own.
 */
export function compileDrift(reach: Reach, question: DriftQuestion): Statement {
  const params = new SqlParameters();
  const keys = buildGroupKeys(reach, "decision", question, params);
  const conditions = [...buildReachConditions(reach, "decision", params), "kind = 'made'"];
  const aliases = keys.map((key) => key.alias);
  const select = keys.map((key) => `${key.sql} AS ${key.alias}`);
  const from = params.addInstant("from", question.from);
  const asOf = params.addInstant("as_of", question.asOf);
  const before = `${from} - INTERVAL ${REFERENCE_DAYS} DAY`;
  const bucket =
    question.bounds === undefined
      ? []
      : [
          `roundDown(toUnixTimestamp64Milli(time), ${params.add("bounds", "Array(Int64)", question.bounds)}) AS bucket`,
          "grouping(bucket) AS is_total",
        ];
  const sets = `GROUPING SETS ((${aliases.join(", ")}), (${[...aliases, "bucket"].join(", ")}))`;
  const grouping = bucket.length > 0 ? sets : aliases.join(", ");
  const join = aliases.length > 0 ? `LEFT JOIN reference USING (${aliases.join(", ")})` : "CROSS JOIN reference";
  const sql = `WITH
    current AS
    (
        SELECT ${[...select, ...bucket, renderSpread("", "made_count")].join(", ")}
        FROM decision FINAL
        WHERE ${conditions.join(" AND ")} AND time >= ${from} AND time < ${asOf}${grouping === "" ? "" : `\n        GROUP BY ${grouping}`}
    ),
    reference AS
    (
        SELECT ${[...select, renderSpread("reference_", "reference_count")].join(", ")}
        FROM decision FINAL
        WHERE ${conditions.join(" AND ")} AND time >= ${before} AND time < ${from}${aliases.length === 0 ? "" : `\n        GROUP BY ${aliases.join(", ")}`}
    ),
    ${renderIndex("tenths")} AS confidence_drift,
    ${renderIndex("actions")} AS action_drift
SELECT ${[...aliases, ...(bucket.length > 0 ? ["bucket", "is_total"] : []), "made_count AS row_count", ...question.columns.map(({ alias, figure }) => `${FIGURES[figure]} AS ${alias}`)].join(", ")}
FROM current
${join}
LIMIT ${MAX_ROWS + 1}`;
  return { name: "metrics.decision.drift", sql, params: params.values };
}

function renderIndex(spread: "tenths" | "actions"): string {
  const share = (counts: string, total: string) =>
    `greatest(if(indexOf(${counts}.1, class) = 0, 0, ${counts}.2[indexOf(${counts}.1, class)]) / ${total}, ${LEAST_SHARE})`;
  const [now, then] = [share(spread, "made_count"), share(`reference_${spread}`, "reference_count")];
  return `if(made_count = 0 OR reference_count = 0, NULL, arraySum(class -> (${now} - ${then}) * log(${now} / ${then}), arrayDistinct(arrayConcat(${spread}.1, reference_${spread}.1))))`;
}
