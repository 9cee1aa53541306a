import { buildReachConditions } from "../../metrics/compiler/build-reach-conditions.js";
import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import { keepClients } from "../../scope/keep-clients.js";
import { CASE_ID, type CasesOfRuns, type CaseSide, type CasesQuestion } from "./cases-question.js";
import { buildStepsOfCases } from "./build-steps-of-cases.js";

/** True of runs whose start is known; 2200-01-01 stands for an absent instant. */
const HAS_START = "started_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC')";

/**
 * buildCases returns a subquery of one row a run: side, peer, outcome, has_start, elapsed_ms, is_tied, and its steps in order (CONTRACT
 * 2.2) as arrays of equal length: path (codes of `names`), begun and, when asked for, ended (epoch milliseconds) and failed.
 */
export function buildCases(question: CasesQuestion, params: SqlParameters): CasesOfRuns {
  const [first] = question.sides;
  if (first === undefined) throw new Error("A question about cases needs a side.");
  const range = { from: params.addInstant("from", question.from), asOf: params.addInstant("as_of", question.asOf) };
  const workflow = params.add("workflow", "String", question.workflow);
  const sides = question.sides.map((side) => ({
    ...side,
    conditions: buildSideConditions(side, { ...range, workflow }, params).join(" AND "),
  }));
  const runs = sides.map(
    ({ name, peer, conditions }) =>
      `SELECT ${CASE_ID} AS case_id, '${name}' AS side, ${peer === "" ? "toUInt64(0)" : `cityHash64(client, ${peer})`} AS peer, ` +
      `CAST(outcome, 'String') AS outcome, ${HAS_START} AS has_start, toUnixTimestamp64Milli(started_at) AS start_ms, toUnixTimestamp64Milli(finished_at) AS end_ms ` +
      `FROM run FINAL WHERE ${conditions}`,
  );
  const ids = sides.map(({ conditions }) => `SELECT ${CASE_ID} FROM run WHERE ${conditions}`).join(" UNION ALL ");
  const earliest = sides
    .map(({ conditions }) => `SELECT min(if(${HAS_START}, started_at, finished_at)) AS at FROM run WHERE ${conditions}`)
    .join(" UNION ALL ");
  const ofClients = buildReachConditions(keepClients(first.reach), "run", params);
  const steps = buildStepsOfCases({ question, ofClients, ids, earliest, workflow, asOf: range.asOf }, params);
  return {
    words: steps.words,
    runs: runs.join(" UNION ALL "),
    sql: `SELECT ${question.hasCaseIds === true ? "case_id, " : ""}side, peer, outcome, has_start, if(has_start, end_ms - start_ms, 0) AS elapsed_ms, ${buildOrdered(question)}
FROM
(
${steps.sql}
) AS steps
RIGHT JOIN
(
    ${runs.join("\n    UNION ALL ")}
) AS runs USING (case_id)`,
  };
}

function buildSideConditions(
  side: CaseSide,
  { from, asOf, workflow }: { from: string; asOf: string; workflow: string },
  params: SqlParameters,
): string[] {
  return [
    ...buildReachConditions(side.reach, "run", params),
    `workflow = ${workflow}`,
    ...(side.peer === "" ? [] : buildPeerConditions(side, params)),
    ...[`finished_at >= ${from}`, `finished_at < ${asOf}`],
    // The days on which the runs of a granule ended are indexed.
    ...[`toDate32(finished_at) >= toDate32(${from})`, `toDate32(finished_at) <= toDate32(${asOf})`],
  ];
}

function buildPeerConditions({ peer, without }: CaseSide, params: SqlParameters): string[] {
  const clients = params.addTexts(
    "without_clients",
    without.map((pair) => pair.client),
  );
  const ids = params.addTexts(
    "without_ids",
    without.map((pair) => pair.id),
  );
  return [`${peer} != ''`, ...(without.length === 0 ? [] : [`(client, ${peer}) NOT IN arrayZip(${clients}, ${ids})`])];
}

/**
 * Steps that come in order already, as most do, are not sorted. Ids decide among steps of one place in the order; they cost as much as
 * everything else (measured), so they are read only when a first answer said that there are such steps (`is_tied`).
 */
function buildOrdered({ isMerged, hasTimes, hasIds }: CasesQuestion): string {
  const columns = ["codes", "begun_at", ...(hasTimes ? ["ended_at", "failures"] : [])];
  const by = hasIds
    ? "(row, key, begin, id) -> (key, begin, id), rows, order_keys, begun_at, ids"
    : "(row, key, begin) -> (key, begin), rows, order_keys, begun_at";
  const keys = "arraySort((pair) -> pair, arrayZip(order_keys, begun_at))";
  const ordered = [
    "if(unsequenced, begun_at, sequences) AS order_keys",
    `arrayZip(${columns.join(", ")}) AS rows`,
    "arrayAll((key, next) -> key < next, arrayPopBack(order_keys), arrayPopFront(order_keys)) AS is_ordered",
    `if(is_ordered, 0, length(arrayDistinct(${keys})) < length(codes)) AS is_tied`,
    `if(is_ordered, rows, arraySort(${by})) AS sorted`,
  ];
  const times = (rows: string) => (hasTimes ? [`${rows}.3 AS ended`, `${rows}.4 AS failed`] : []);
  if (!isMerged) return [...ordered, "sorted.1 AS path", "sorted.2 AS begun", ...times("sorted")].join(", ");
  return [
    ...ordered,
    "sorted.1 AS sorted_codes",
    "arrayFilter((row, code, before) -> code != before, sorted, sorted_codes, arraySlice(arrayPushFront(sorted_codes, 0), 1, length(sorted_codes))) AS firsts",
    "arrayFilter((row, code, after) -> code != after, sorted, sorted_codes, arraySlice(arrayPushBack(sorted_codes, 0), 2)) AS lasts",
    ...["firsts.1 AS path", "firsts.2 AS begun", ...times("lasts")],
  ].join(", ");
}
