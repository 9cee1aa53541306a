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

/** BoundStatement is a statement that returns one instant in milliseconds as `earliest`. */
export interface BoundStatement {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** findWallBound returns the instant before which no run without pauses started that goes by the plain wall clock. */
export function findWallBound({ promises, fromMs }: EarliestStart): number {
  return fromMs - findLongestMs(promises) - 1;
}

/**
 * compileClockBound asks for the same of all other clocks; undefined = there are none. A deadline is passed once the longest limit is used
 * up, so no run is needed that started before what each clock shows at the beginning of the range less that limit.
 */
export function compileClockBound({ tenant, promises, fromMs }: EarliestStart): BoundStatement | undefined {
  const { plan } = promises;
  if (plan.clocks.length === 0) return undefined;
  const params = new SqlParameters();
  params.add("tenant", "String", tenant);
  const look = buildClockLookUps(plan, params);
  const codes = params.add(
    "bound_codes",
    "Array(Int64)",
    plan.clocks.map(({ code }) => code),
  );
  const from = params.add("from_ms", "Int64", fromMs);
  const longest = params.add("longest", "Int64", findLongestMs(promises));
  const begin = `(SELECT arrayJoin(${codes}) AS sla_clock, toInt64(${from}) AS sla_at, toInt64(1) AS sla_policy)`;
  const shown = look.addShown(begin, { at: "sla_at", as: "sla_shown" });
  const goal = `(SELECT *, sla_shown - ${longest} - 1 AS sla_goal FROM ${shown})`;
  const found = look.addIntervals(look.addEnd(goal, { shown: "sla_goal", as: "sla_earliest" }));
  return { sql: `SELECT min(sla_earliest) AS earliest FROM ${found}`, params: params.values };
}

/** compilePausedStart asks when the first run started, `boundMs` where none did before, that was paused for the last time at that bound or later: the clock stood still. */
export function compilePausedStart({ tenant, toMs }: EarliestStart, boundMs: number): BoundStatement {
  const params = new SqlParameters();
  const last = "toUnixTimestamp64Milli(arrayMax(pause -> pause.2, pauses))";
  const bound = params.add("bound", "Int64", boundMs);
  const sql = `SELECT least(toInt64(${bound}), minIf(toUnixTimestamp64Milli(started_at), ${last} >= ${bound})) AS earliest
FROM run
WHERE tenant = ${params.add("tenant", "String", tenant)} AND notEmpty(pauses)
  AND started_at < fromUnixTimestamp64Milli(${params.add("to_ms", "Int64", toMs)}, 'UTC')
HAVING countIf(${last} >= ${bound}) > 0`;
  return { sql, params: params.values };
}

function findLongestMs({ policies }: PromiseRules): number {
  return Math.max(...policies.map(({ limitSeconds }) => limitSeconds * 1000));
}
