import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import { buildCases } from "../../processes/report/build-cases.js";
import { CASE_ID } from "../../processes/report/cases-question.js";
import type { Reach } from "../../scope/reach.js";
import type { RunPath } from "./run-path.js";

/**
 * buildPathConditions keeps the runs of a workflow that ended in the range and went a way. Their steps are gathered and ordered by the
 * statement that counts variants and edges, so a list has as many runs as the process says.
 */
export function buildPathConditions(
  reach: Reach,
  asked: { readonly path: RunPath; readonly range: { from: Date; to: Date }; readonly now: Date },
  params: SqlParameters,
): string[] {
  const { path, range, now } = asked;
  const asOf = range.to < now ? range.to : now;
  const cases = buildCases(
    {
      ...{ workflow: path.workflow, from: range.from, asOf, isMerged: path.mergeRepeats ?? false, declared: [] },
      // Ids and traces decide only in few logs, but then a run would be missing here that is counted there.
      ...{ hasTraces: true, hasIds: true, hasTimes: false, hasCaseIds: true },
      sides: [{ name: "a", reach, peer: "", without: [] }],
    },
    params,
  );
  const [from, to] = [params.addInstant("path_from", range.from), params.addInstant("path_to", asOf)];
  return [
    `workflow = ${params.add("path_workflow", "String", path.workflow)}`,
    ...[`finished_at >= ${from}`, `finished_at < ${to}`],
    ...[`toDate32(finished_at) >= toDate32(${from})`, `toDate32(finished_at) <= toDate32(${to})`],
    `${CASE_ID} IN (WITH ${cases.words.join(", ")} SELECT case_id FROM (SELECT case_id, arrayMap(code -> names[code], path) AS way FROM (${cases.sql})) WHERE ${buildWays(path, params).join(" AND ")})`,
  ];
}

function buildWays(path: RunPath, params: SqlParameters): string[] {
  const ways: string[] = [];
  const step = (name: string, value: string) => params.add(name, "String", value);
  if (path.steps != null) ways.push(`way = ${params.addTexts("path_steps", path.steps)}`);
  if (path.edge != null)
    ways.push(
      `arrayExists((step, next) -> step = ${step("edge_from", path.edge.from)} AND next = ${step("edge_to", path.edge.to)}, arrayPopBack(way), arrayPopFront(way))`,
    );
  if (path.has != null) ways.push(`has(way, ${step("path_has", path.has)})`);
  if (path.lacks != null) ways.push(`NOT has(way, ${step("path_lacks", path.lacks)})`);
  if (path.repeats != null) ways.push(`countEqual(way, ${step("path_repeats", path.repeats)}) > 1`);
  return ways;
}
