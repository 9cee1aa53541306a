import { keepClients } from "../../scope/keep-clients.js";
import { buildReach, type Reach } from "../../scope/reach.js";
import { buildReachConditions } from "./build-reach-conditions.js";
import { buildNamedSteps, type StepRange } from "./build-step-rows.js";
import type { SqlParameters } from "./sql-parameters.js";

/** Runs of one correlation lie within so long of each other. */
const NEAR = "INTERVAL 31 DAY";
const CASE = "cityHash64(client, workflow, run)";
const PLACE = ["source", "store", "channel", "partner", "brand", "attributes"];

/**
 * buildCorrelationRows returns a subquery of one row a (client, workflow, correlation) whose workflow declares steps: when the last of
 * its runs ended, the place of that run, and whether its runs together did every required step (is_complete). A run without correlation
 * is one by itself. One with a run that is still open has not ended: its finished_at is in the far future.
 */
export function buildCorrelationRows(reach: Reach, { from, asOf }: StepRange, params: SqlParameters): string {
  const required = reach.parts.requiredSteps ?? [];
  const clients = params.addTexts(
    "required_clients",
    required.map(({ client }) => client),
  );
  const workflows = params.addTexts(
    "required_workflows",
    required.map(({ id }) => id),
  );
  const steps = params.add(
    "required_steps",
    "Array(Array(String))",
    required.map((each) => each.steps),
  );
  const declared = `(client, workflow) IN arrayZip(${clients}, ${workflows})`;
  const conditions = [
    ...buildReachConditions(keepClients(reach), "run", params),
    declared,
    `finished_at >= ${from} - ${NEAR}`,
    `(started_at < ${asOf} OR started_at >= toDateTime64('2200-01-01 00:00:00', 3, 'UTC'))`,
  ].join(" AND ");
  const runs = `SELECT ${CASE} AS case_id, client, workflow, (correlation != '', if(correlation = '', run, correlation)) AS correlation, run, finished_at AS ended_at, ${PLACE.join(", ")} FROM run FINAL WHERE ${conditions}`;
  const done = `SELECT case_id, groupUniqArray(CAST(step, 'String')) AS done FROM (${buildNamedSteps(keepDeclared(reach), { from: `(${from} - ${NEAR} - ${NEAR})`, asOf }, params)}) GROUP BY case_id`;
  const wanted = `${steps}[indexOf(arrayZip(${clients}, ${workflows}), (CAST(client, 'String'), CAST(workflow, 'String')))]`;
  return `SELECT {tenant:String} AS tenant, client, workflow, correlation, max(ended_at) AS finished_at,
        ${PLACE.map((column) => `argMax(${column}, (ended_at, run)) AS ${column}`).join(", ")},
        hasAll(groupUniqArrayArray(done), ${wanted}) AS is_complete
    FROM (${runs}) AS runs
    LEFT JOIN (${done}) AS steps USING (case_id)
    GROUP BY client, workflow, correlation`;
}

/** Steps of workflows that declare none are not read. */
function keepDeclared(reach: Reach): Reach {
  const { filter, requiredSteps = [] } = reach.parts;
  const declared = [...new Set(requiredSteps.map(({ id }) => id))];
  const workflows = declared.filter((id) => filter.workflows == null || filter.workflows.includes(id));
  return buildReach({ ...reach.parts, filter: { ...filter, workflows } });
}
