import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import { buildClockLookUps, FAR_MS, type ClockLookUps } from "./build-clock-look-ups.js";
import { buildClockNumber, buildPolicyNumber, renderNumbers } from "./build-policy-expressions.js";
import type { PromiseRules } from "./promise-rules.js";

/** PromiseNeeds says what of a promise a statement reads: each look-up in a calendar costs about as much as reading the runs. */
export interface PromiseNeeds {
  /** sla_due_ms, sla_due_at, deadline_at. */
  readonly isDue: boolean;
  /** sla_risk_ms. */
  readonly isRisk: boolean;
  /** The instant (an expression in milliseconds) of sla_clock_ms. */
  readonly clockAt?: string | undefined;
  /** Other limits in seconds, to see what they would have led to: each run is there once for each, on the wall clock without a policy. */
  readonly limits?: readonly number[] | undefined;
}

/**
 * buildPromiseTable is the one place that decides about the promise of a run in SQL: it renders the rows of `rows` (a subquery of `run` or
 * `open_run`, see `chooseRunColumns`) with what is promised of each. Metrics, lists and rollups take it from here. Everything follows from two
 * instants that do not depend on when one asks: until when the promise is kept, and from when on it is at risk. Needs {tenant}.
 *
 * sla_policy            number of the version in force at the start, 0 = none: then the deadline of the source decides, on the wall clock
 * sla_policy_id         its id, '' = none; sla_allowed the share of runs that may break it (1 - target), 0 without a policy
 * sla_limit_ms          its limit; without a policy from start to deadline
 * sla_due_ms, _due_at   the last instant at which the clock shows no more than the limit; far future = never, or not known yet
 * sla_risk_ms           the instant before the first at which the clock shows 80 % of the limit
 * sla_clock_ms          what the clock shows at an instant
 * sla_is_known          whether the clock is stored as far back as the start
 * deadline_at           what lists call due: the source's own deadline, else that of the policy
 *
 * TRICKY: each layer is a subquery of its own. The engine writes out an alias wherever it is used, and written out in one statement these
 * are more than 500,000 expressions.
 */
export function buildPromiseTable(
  rules: PromiseRules,
  given: { readonly rows: string; readonly needs: PromiseNeeds },
  params: SqlParameters,
): string {
  const { needs } = given;
  const clock = buildClockLookUps(rules.plan, params);
  let table = addColumns(given.rows, { ...STARTED, sla_policy: `toInt64(${buildPolicyNumber(rules, params)})` });
  table = addColumns(table, buildTerms(rules, params));
  if (needs.limits !== undefined) table = replaceLimit(table, needs.limits, params);
  if (!needs.isDue && !needs.isRisk && needs.clockAt === undefined) return table;
  table = clock.addShown(table, { at: "sla_started", as: "sla_begin" });
  table = addColumns(clock.addFace(table), { sla_stops: buildStops(clock) });
  if (needs.isDue) table = addDue(table, clock, needs.limits === undefined ? "sla_policy = 0" : "NOT sla_has_start");
  if (needs.isRisk) table = addRisk(table, clock);
  if (needs.clockAt !== undefined) table = addClock(table, needs.clockAt, clock);
  return clock.addIntervals(table);
}

/** addColumns renders a table with more columns. */
export function addColumns(table: string, columns: Readonly<Record<string, string>>): string {
  const more = Object.entries(columns).map(([word, sql]) => `${sql} AS ${word}`);
  return `(SELECT *, ${more.join(",\n    ")}\n  FROM ${table})`;
}

/** STARTED are the instants of a run that a promise begins with. */
export const STARTED = {
  sla_started: "toUnixTimestamp64Milli(started_at)",
  sla_source_due: "toUnixTimestamp64Milli(due_at)",
  sla_has_start: "started_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC')",
};

/** buildPolicyTerms renders what the policy of a run says: sla_limit_ms, sla_allowed, sla_policy_id. */
export function buildPolicyTerms({ policies }: PromiseRules, params: SqlParameters): Record<string, string> {
  const ofPolicy = (name: string, type: string, values: unknown, otherwise: string) =>
    `transform(sla_policy, ${renderNumbers(policies, params)}, ${params.add(`sla_${name}`, `Array(${type})`, values)}, ${otherwise})`;
  const limits = [0, ...policies.map(({ limitSeconds }) => limitSeconds * 1000)];
  const allowed = [0, ...policies.map(({ target }) => roundShare(1 - target))];
  const ids = ["", ...policies.map(({ id }) => id)];
  const implicit = `if(sla_has_start AND sla_source_due < ${FAR_MS}, sla_source_due - sla_started, toInt64(0))`;
  return {
    sla_limit_ms: `if(sla_policy = 0, ${implicit}, ${ofPolicy("limits", "Int64", limits, "toInt64(0)")})`,
    sla_allowed: ofPolicy("allowed", "Float64", allowed, "toFloat64(0)"),
    sla_policy_id: ofPolicy("ids", "String", ids, "''"),
  };
}

function buildTerms(rules: PromiseRules, params: SqlParameters): Record<string, string> {
  return {
    sla_clock: `toInt64(${buildClockNumber(rules, params)})`,
    ...buildPolicyTerms(rules, params),
    sla_pauses: `if(sla_policy = 0, [], ${buildCountedPauses(rules, params)})`,
  };
}

function replaceLimit(table: string, limits: readonly number[], params: SqlParameters): string {
  const list = params.add(
    "sla_other_limits",
    "Array(Int64)",
    limits.map((seconds) => seconds * 1000),
  );
  return `(SELECT * REPLACE (arrayJoin(${list}) AS sla_limit_ms)\n  FROM ${table})`;
}

function addDue(table: string, clock: ClockLookUps, isOfSource: string): string {
  const goal = addColumns(table, { sla_due_shown: addStops("sla_begin + sla_limit_ms", "<=") });
  const found = clock.addEnd(goal, { shown: "sla_due_shown", as: "sla_policy_due" });
  return addColumns(found, {
    sla_due_ms: `multiIf(${isOfSource}, sla_source_due, NOT sla_is_known, toInt64(${FAR_MS}), least(sla_policy_due, ${FAR_MS}))`,
    sla_due_at: "fromUnixTimestamp64Milli(sla_due_ms, 'UTC')",
    deadline_at: `if(sla_source_due < ${FAR_MS}, due_at, sla_due_at)`,
  });
}

function addRisk(table: string, clock: ClockLookUps): string {
  const goal = addColumns(table, {
    sla_risk_shown: addStops("sla_begin + intDiv(4 * sla_limit_ms + 4, 5)", "<"),
  });
  const found = clock.addBegin(goal, { shown: "sla_risk_shown", as: "sla_policy_risk" });
  const ofSource = "sla_started + intDiv(4 * (sla_source_due - sla_started) + 4, 5) - 1";
  return addColumns(found, {
    sla_risk_ms: `multiIf(sla_policy = 0, ${ofSource}, NOT sla_is_known, toInt64(${FAR_MS}), least(sla_policy_risk, ${FAR_MS}) - 1)`,
  });
}

function addClock(table: string, at: string, clock: ClockLookUps): string {
  const shown = clock.addShown(addColumns(table, { sla_asked: at }), { at: "sla_asked", as: "sla_shown" });
  const stopped = "arraySum(arrayMap(stop -> greatest(least(stop.1 + stop.2, sla_shown) - stop.1, 0), sla_stops))";
  const ran = `sla_shown - sla_begin - if(empty(sla_stops), toInt64(0), ${stopped})`;
  return addColumns(shown, {
    sla_clock_ms: `multiIf(NOT sla_has_start, toInt64(0), sla_policy = 0, sla_asked - sla_started, ${ran})`,
  });
}

/**
 * What stops the clock is the union of the pauses of the run on the clock's own face, where closed time has no length: the edges are sorted,
 * and between two of them the clock stands still while more pauses have begun than ended. Each stop is (what the clock shows, for how long it
 * stops there, for how long until that end), sorted and apart. Most runs have no pause and cost nothing.
 */
function buildStops({ measureOnFace }: ClockLookUps): string {
  const edges = ([1, 2] as const).map((place) => {
    const shown = measureOnFace(`greatest(toUnixTimestamp64Milli(pause.${place}), sla_started)`);
    return `arrayMap(pause -> (${shown}, toInt64(${place === 1 ? 1 : -1})), sla_pauses)`;
  });
  const lengths =
    "arrayMap((shown, next, depth) -> if(depth > 0, next - shown, toInt64(0)), edges.1, arrayPopFront(arrayPushBack(edges.1, toInt64(0))), arrayCumSum(edges.2))";
  const stops = "arrayFilter(stop -> stop.2 > 0, arrayZip(edges.1, lengths, arrayCumSum(lengths)))";
  return `if(empty(sla_pauses), [], ${name("edges", `arraySort(arrayConcat(${edges.join(", ")}))`, name("lengths", lengths, stops))})`;
}

/** A name for a value that is used more than once within an expression: unlike an alias it is worked out once. */
function name(word: string, value: string, within: string): string {
  return `arrayMap(${word} -> ${within}, [${value}])[1]`;
}

function buildCountedPauses({ policies }: PromiseRules, params: SqlParameters): string {
  if (policies.every(({ pauseReasons }) => pauseReasons === null)) return "pauses";
  const all = policies.flatMap(({ pauseReasons }, index) => (pauseReasons === null ? [index + 1] : []));
  const some = policies.flatMap(({ pauseReasons }, index) =>
    (pauseReasons ?? []).map((reason) => `${index + 1}\0${reason}`),
  );
  const isAll = `has(${params.add("sla_all_pauses", "Array(Int64)", all)}, sla_policy)`;
  return `arrayFilter(pause -> ${isAll} OR has(${params.addTexts("sla_some_pauses", some)}, concat(toString(sla_policy), '\\0', pause.3)), pauses)`;
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
