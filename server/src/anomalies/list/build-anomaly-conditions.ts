import { buildReachConditions } from "../../metrics/compiler/build-reach-conditions.js";
import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { Reach } from "../../scope/reach.js";

/**
 * buildAnomalyConditions keeps rows of series within a reach, tenant first. Series carry the dimensions of a feed, and the rule for feeds holds: who
 * is limited to stores sees no series that is not of a store. Workflow and measure are conditions of their own.
 */
export function buildAnomalyConditions(reach: Reach, params: SqlParameters): string[] {
  const conditions = buildReachConditions(reach, "feed", params);
  const { workflows, measures } = reach.parts.filter;
  if (workflows != null) conditions.push(`workflow IN ${params.addTexts("workflows", workflows)}`);
  if (measures != null) conditions.push(`measure IN ${params.addTexts("measures", measures)}`);
  return conditions;
}
