import type { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import type { Reach } from "../scope/reach.js";
import { buildReachConditions } from "../metrics/compiler/build-reach-conditions.js";
import { FAR } from "./build-state-condition.js";

const KEY = "day, client, workflow, run";
/** Everything that conditions, groups and orders of open runs refer to; what a statement does not use is not read. */
const COLUMNS = `tenant, ${KEY}, source, store, channel, partner, brand, correlation, entity_id, change, target, started_at, due_at, finished_at, outcome, error_class, money, currency, attributes, is_deleted`;

/**
 * buildOpenRuns is a FROM of the newest versions of the runs of which some version within the reach was open; the caller repeats
 * its conditions on them. TRICKY: it says what FINAL says, but FINAL merges every granule that holds one forgotten open run. Here
 * a narrow scan finds the candidates, helped by the minmax index of `finished_at`, and only the versions of their runs are compared
 * (1 M runs, one in a thousand open and spread over 90 days: 108 ms of processor time against 176; ids are looked up by `run` and
 * `day` alone because the set of whole keys took 217).
 */
export function buildOpenRuns(reach: Reach, params: SqlParameters): string {
  const candidates = `FROM run WHERE ${[...buildReachConditions(reach, "run", params), `finished_at = ${FAR}`].join(" AND ")}`;
  return `(SELECT * FROM (SELECT ${COLUMNS} FROM run
    WHERE tenant = {tenant:String} AND day IN (SELECT day ${candidates}) AND run IN (SELECT run ${candidates})
    ORDER BY version DESC LIMIT 1 BY ${KEY}) WHERE is_deleted = 0)`;
}
