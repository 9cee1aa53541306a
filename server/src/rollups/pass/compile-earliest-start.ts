import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import { buildClockLookUps } from "../../sla/promises/build-clock-look-ups.js";
import type { PromiseRules } from "../../sla/promises/promise-rules.js";

/** EarliestStart asks which runs of a tenant can have a deadline of a policy in [from, to). */
export interface EarliestStart {
  readonly tenant: string;
  readonly promises: PromiseRules;
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * compileEarliestStart asks for an instant (`earliest`, in milliseconds) before which no run started whose deadline by a policy lies in the
 * range. A deadline is passed once the longest limit is used up since the start, or since the end of the last pause: so no run is needed
 * that started, and was paused for the last time, before what each clock shows at the beginning of the range less that limit.
 */
export function compileEarliestStart({ tenant, promises, fromMs, toMs }: EarliestStart): {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
} {
  const params = new SqlParameters();
  const longest = Math.max(...promises.policies.map(({ limitSeconds }) => limitSeconds * 1000));
  const ofTenant = `tenant = ${params.add("tenant", "String", tenant)}`;
  const wall = `toInt64(${params.add("from_ms", "Int64", fromMs)} - ${params.add("longest", "Int64", longest)} - 1)`;
  const bound = promises.plan.clocks.length === 0 ? wall : `least(${wall}, (${buildClockBound(promises, params)}))`;
  const last = "toUnixTimestamp64Milli(arrayMax(pause -> pause.2, pauses))";
  const sql = `WITH ${bound} AS bound
SELECT least(bound, min(toUnixTimestamp64Milli(started_at))) AS earliest
FROM run
WHERE ${ofTenant} AND notEmpty(pauses) AND ${last} > bound
  AND started_at < fromUnixTimestamp64Milli(${params.add("to_ms", "Int64", toMs)}, 'UTC')`;
  return { sql, params: params.values };
}

function buildClockBound({ plan }: PromiseRules, params: SqlParameters): string {
  const look = buildClockLookUps(plan, params);
  const codes = params.add(
    "bound_codes",
    "Array(Int64)",
    plan.clocks.map(({ code }) => code),
  );
  const begin = `(SELECT arrayJoin(${codes}) AS sla_clock, toInt64({from_ms:Int64}) AS sla_at, toInt64(1) AS sla_policy)`;
  const shown = look.addShown(begin, { at: "sla_at", as: "sla_shown" });
  const goal = `(SELECT *, sla_shown - {longest:Int64} - 1 AS sla_goal FROM ${shown})`;
  return `SELECT min(sla_earliest) FROM ${look.addIntervals(look.addEnd(goal, { shown: "sla_goal", as: "sla_earliest" }))}`;
}
