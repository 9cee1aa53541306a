import { addAssumptions } from "../../metrics/compiler/add-assumptions.js";
import { buildReachConditions } from "../../metrics/compiler/build-reach-conditions.js";
import { openColumnWords } from "../../metrics/compiler/open-column-words.js";
import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { Statement } from "../../metrics/compiler/statement.js";
import type { MetricAssumptions } from "../../metrics/settings/metric-assumptions.js";
import { FAR } from "../../runs/build-state-condition.js";
import { buildReach, type Reach } from "../../scope/reach.js";
import { EXCEPTION_COLUMNS } from "../exception-columns.js";
import type { ExceptionQuestion } from "./check-exception-question.js";
import type { ExceptionOrder } from "./exception-words.js";

/** A list is for people; how many more than this there are changes nothing they do. */
const MAX_COUNT = 100_000;
const MAX_CLASSES = 1_000;
const SCORES =
  "severity, severity_money_points, severity_compliance_points, severity_partner_points, severity_age_points";
/** An exception that was resolved without being raised, as far as anybody said, has no age. */
const AGE = `if(raised_at < ${FAR}, greatest(0, (least(resolved_ms, at_ms) - raised_ms) / 1000), 0) AS age_seconds`;

/** Whole numbers, so that a cursor finds its place again; descending, but for the oldest first. */
const ORDERS: Readonly<Record<ExceptionOrder, { readonly key: string; readonly direction: "ASC" | "DESC" }>> = {
  SEVERITY: { key: "toInt64(round(severity * 1000000))", direction: "DESC" },
  MONEY: { key: "toInt64(money * 10000)", direction: "DESC" },
  OLDEST: { key: "raised_ms", direction: "ASC" },
  NEWEST: { key: "raised_ms", direction: "DESC" },
};

/** compileExceptionPage compiles one page of exceptions with their severity, and one row more to know whether there are more. */
export function compileExceptionPage(
  reach: Reach,
  question: ExceptionQuestion,
  assumptions: MetricAssumptions,
): Statement {
  const params = new SqlParameters();
  const { key, direction } = ORDERS[question.order];
  const conditions = buildConditions(reach, question, params);
  const words = openColumnWords("exception", undefined, params);
  const entries = words.choose(`${SCORES} raised_ms resolved_ms`);
  addAssumptions(entries.join(" "), assumptions, params);
  entries.push(`${params.add("at_ms", "Int64", question.asOf.getTime())} AS at_ms`, AGE);
  if (question.after !== undefined) {
    const beyond = direction === "ASC" ? ">" : "<";
    const { at, client, exception } = question.after;
    const ids = `(${params.add("after_client", "String", client)}, ${params.add("after_exception", "String", exception)})`;
    const place = params.add("after_at", "Int64", at);
    conditions.push(
      `(${key} ${beyond} ${place} OR (${key} = ${place} AND (toString(client), exception) ${beyond} ${ids}))`,
    );
  }
  const points = SCORES.split(", ").map((word) => `toFloat64(${word}) AS ${word}_shown`);
  const sql = [
    `WITH\n    ${entries.join(",\n    ")}`,
    `SELECT ${EXCEPTION_COLUMNS},\n  compliance, partner_impact AS partnerImpact, ${points.join(", ")},\n  toString(${key}) AS orderKey`,
    `FROM exception FINAL\nWHERE ${conditions.join("\n  AND ")}`,
    `ORDER BY ${key} ${direction}, client ${direction}, exception ${direction}\nLIMIT ${question.first + 1}`,
  ].join("\n");
  return { name: `exceptions.page.${question.order.toLowerCase()}`, sql, params: params.values };
}

/** compileExceptionCount counts the exceptions of a question, at most 100,000. */
export function compileExceptionCount(reach: Reach, question: ExceptionQuestion): Statement {
  const params = new SqlParameters();
  const conditions = buildConditions(reach, question, params);
  const sql = `SELECT count() AS total FROM (SELECT 1 FROM exception FINAL WHERE ${conditions.join("\n  AND ")} LIMIT ${MAX_COUNT})`;
  return { name: "exceptions.count", sql, params: params.values };
}

/** compileExceptionClasses sums the exceptions of a question by class and currency, whichever classes it names: a list of classes to choose from. */
export function compileExceptionClasses(reach: Reach, question: ExceptionQuestion): Statement {
  const params = new SqlParameters();
  const { exceptionClasses: _, ...filter } = reach.parts.filter;
  const conditions = buildConditions(buildReach({ ...reach.parts, filter }), question, params);
  const sql = `SELECT class, currency, count() AS rows, toFloat64(sum(money)) AS amount, groupUniqArray((client, store)) AS places
FROM exception FINAL\nWHERE ${conditions.join("\n  AND ")}
GROUP BY class, currency\nORDER BY rows DESC, class, currency\nLIMIT ${MAX_CLASSES}`;
  return { name: "exceptions.classes", sql, params: params.values };
}

/** compileAlike counts, within the scope alone, the open exceptions of these classes by client and class. */
export function compileAlike(
  reach: Reach,
  asked: { readonly classes: readonly string[]; readonly asOf: Date },
): Statement {
  const params = new SqlParameters();
  const conditions = [
    ...buildReachConditions(buildReach({ ...reach.parts, filter: {}, filterRegionStores: null }), "exception", params),
    `class IN ${params.addTexts("classes", asked.classes)}`,
    ...openAt(params.addInstant("as_of", asked.asOf)),
  ];
  const sql = `SELECT client, class, count() AS open, uniqExactIf(store, store != '') AS stores
FROM exception FINAL\nWHERE ${conditions.join("\n  AND ")}
GROUP BY client, class\nLIMIT ${MAX_CLASSES}`;
  return { name: "exceptions.alike", sql, params: params.values };
}

function buildConditions(reach: Reach, question: ExceptionQuestion, params: SqlParameters): string[] {
  const { range, search, states } = question;
  const asOf = params.addInstant("as_of", question.asOf);
  const conditions = buildReachConditions(reach, "exception", params);
  const either = states.map((state) =>
    state === "OPEN" ? `(${openAt(asOf).join(" AND ")})` : `resolved_at <= ${asOf}`,
  );
  conditions.push(`(${either.join(" OR ") || "0"})`);
  if (range !== null)
    conditions.push(
      ...[`raised_at >= ${params.addInstant("from", range.from)}`, `raised_at < ${params.addInstant("to", range.to)}`],
    );
  if (search !== "") {
    const text = params.add("search", "String", search);
    const ids = ["exception", "run", "entity_id"].map((column) => `startsWith(${column}, ${text})`);
    conditions.push(`(${[...ids, `positionCaseInsensitiveUTF8(message, ${text}) > 0`].join(" OR ")})`);
  }
  return conditions;
}

/** Open as the metric `exceptions_open` counts it: raised before the instant and not resolved by it. */
function openAt(asOf: string): string[] {
  return [`raised_at < ${asOf}`, `resolved_at >= ${asOf}`];
}
