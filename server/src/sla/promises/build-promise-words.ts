import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import { buildClockExpressions, FAR_MS, type ClockExpressions } from "./build-clock-expressions.js";
import { buildClockNumber, buildPolicyNumber } from "./build-policy-expressions.js";
import type { PromiseRules } from "./promise-rules.js";

/**
 * buildPromiseWords is the one place that decides about the promise of a run in SQL, as derived columns of a row of `run` or `open_run`:
 * metrics, lists and rollups take them from here. Everything follows from two instants that do not depend on when one asks: `sla_due_at`,
 * until which the promise is kept, and `sla_risk_ms`, from which on it is at risk. Needs {tenant}; `sla_clock_ms` and `promise_state`
 * need {as_of} too.
 *
 * sla_policy         number of the version in force at the start, 0 = none: then the deadline of the source decides, on the wall clock
 * sla_limit_ms       its limit; without one from start to deadline
 * sla_due_at/_ms     the last instant at which the clock shows no more than the limit; far future = never, or not known yet
 * sla_risk_ms        the instant before the first at which the clock shows 80 % of the limit
 * sla_clock_ms       what the clock shows at the end, or as of now
 * deadline_at        what lists call due: the source's own deadline, else that of the policy
 * decided_at, promise_state, has_promise
 */
export function buildPromiseWords(rules: PromiseRules, params: SqlParameters): Record<string, string> {
  const clock = buildClockExpressions(rules.plan, params);
  const numbers = rules.policies.map((_, index) => index + 1);
  const ofPolicy = (name: string, type: string, values: unknown, otherwise: string) =>
    `transform(sla_policy, sla_numbers, ${params.add(`sla_${name}`, `Array(${type})`, values)}, ${otherwise})`;
  const limits = rules.policies.map(({ limitSeconds }) => limitSeconds * 1000);
  const implicit = "if(has_start AND has_due, due_ms - started_ms, toInt64(0))";
  return {
    ...clock.words,
    sla_numbers: params.add("sla_numbers", "Array(Int64)", numbers),
    sla_policy: `toInt64(${buildPolicyNumber(rules, params)})`,
    sla_clock: buildClockNumber(rules, params),
    sla_limit_ms: `if(sla_policy = 0, ${implicit}, ${ofPolicy("limits", "Int64", limits, "toInt64(0)")})`,
    sla_allowed: ofPolicy("allowed", "Float64", rules.policies.map(({ target }) => roundShare(1 - target)), "toFloat64(0)"),
    sla_policy_id: ofPolicy("ids", "String", rules.policies.map(({ id }) => id), "''"),
    sla_is_known: `sla_policy = 0 OR ${clock.isKnown("started_ms")}`,
    sla_begin: clock.measure("started_ms"),
    ...buildStopWords(rules, clock, params),
    sla_due_ms: `multiIf(sla_policy = 0, due_ms, NOT sla_is_known, toInt64(${FAR_MS}), least(${clock.findEnd(addStops("sla_begin + sla_limit_ms", "<="))}, ${FAR_MS}))`,
    sla_risk_ms: `multiIf(sla_policy = 0, started_ms + intDiv(4 * (due_ms - started_ms) + 4, 5) - 1, NOT sla_is_known, toInt64(${FAR_MS}), least(${clock.findBegin(addStops("sla_begin + intDiv(4 * sla_limit_ms + 4, 5)", "<"))}, ${FAR_MS}) - 1)`,
    sla_due_at: "fromUnixTimestamp64Milli(sla_due_ms, 'UTC')",
    has_sla_due: `sla_due_ms < ${FAR_MS}`,
    has_promise: "if(sla_policy = 0, has_due, sla_is_known) OR promise != ''",
    sla_until_ms: "least(finished_ms, toUnixTimestamp64Milli({as_of:DateTime64(3, 'UTC')}))",
    sla_clock_ms: buildClockAt("sla_until_ms", clock),
    deadline_at: "if(has_due, due_at, sla_due_at)",
  };
}

/** buildClockAt renders what the clock of a run shows at an instant (an expression in milliseconds). */
export function buildClockAt(at: string, { measure }: Pick<ClockExpressions, "measure">): string {
  const shown = measure(at);
  const stopped = `arraySum(arrayMap(stop -> greatest(least(stop.1 + stop.2, ${shown}) - stop.1, 0), sla_stops))`;
  return `multiIf(NOT has_start, toInt64(0), sla_policy = 0, ${at} - started_ms, ${shown} - sla_begin - if(empty(sla_stops), toInt64(0), ${stopped}))`;
}

/**
 * What stops the clock, as (what it shows, for how long, for how long until its end), sorted and apart. It is the union of the pauses of
 * the run on the clock's own face, where closed time has no length: their edges are sorted, and between two of them it stands still while
 * more have begun than ended. Most runs have no pause and cost nothing.
 */
function buildStopWords(rules: PromiseRules, { measure }: ClockExpressions, params: SqlParameters): Record<string, string> {
  const edge = (place: 1 | 2) => measure(`greatest(toUnixTimestamp64Milli(pause.${place}), started_ms)`);
  return {
    sla_pauses: buildCountedPauses(rules, params),
    sla_edges: `arraySort(arrayConcat(arrayMap(pause -> (${edge(1)}, toInt64(1)), sla_pauses), arrayMap(pause -> (${edge(2)}, toInt64(-1)), sla_pauses)))`,
    sla_lengths:
      "arrayMap((shown, next, depth) -> if(depth > 0, next - shown, toInt64(0)), sla_edges.1, arrayPushBack(arrayPopFront(sla_edges.1), toInt64(0)), arrayCumSum(sla_edges.2))",
    sla_stops: "if(empty(pauses) OR sla_policy = 0, [], arrayFilter(stop -> stop.2 > 0, arrayZip(sla_edges.1, sla_lengths, arrayCumSum(sla_lengths))))",
  };
}

function buildCountedPauses({ policies }: PromiseRules, params: SqlParameters): string {
  if (policies.every(({ pauseReasons }) => pauseReasons === null)) return "pauses";
  const all = policies.flatMap(({ pauseReasons }, index) => (pauseReasons === null ? [index + 1] : []));
  const some = policies.flatMap(({ pauseReasons }, index) => (pauseReasons ?? []).map((reason) => `${index + 1}\0${reason}`));
  const isAll = `has(${params.add("sla_all_pauses", "Array(Int64)", all)}, sla_policy)`;
  return `arrayFilter(pause -> ${isAll} OR has(${params.addTexts("sla_pauses", some)}, concat(toString(sla_policy), '\\0', pause.3)), pauses)`;
}

/** A stop counts when the clock reaches it: what it shows there, less the stops before, is no more than what is sought. */
function addStops(goal: string, reach: "<" | "<="): string {
  const counts = `stop.1 - (stop.3 - stop.2) ${reach} ${goal}`;
  return `(${goal} + if(empty(sla_stops), toInt64(0), arraySum(arrayMap(stop -> if(${counts}, stop.2, toInt64(0)), sla_stops))))`;
}

/** 1 - 0.999 is 0.0010000000000000009 in binary fractions. */
function roundShare(share: number): number {
  return Number(share.toPrecision(12));
}
