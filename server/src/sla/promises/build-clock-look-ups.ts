import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { ClockPlan } from "../clocks/build-clocks.js";

/** FAR_MS is the instant that stands for "never": 2200-01-01. */
export const FAR_MS = "7258118400000";

/** ClockLookUps renders F(t) of the clock `sla_clock` of each row of a table, and back, as one more column; all in milliseconds. */
export interface ClockLookUps {
  /** addIntervals makes the stored intervals known within a table, once however many look-ups there are. */
  addIntervals(table: string): string;
  /** addShown adds what the clock shows at an instant (a column), and `sla_is_known`. */
  addShown(table: string, column: { readonly at: string; readonly as: string }): string;
  /** addEnd adds the last instant at which it shows no more than `shown` (a column). */
  addEnd(table: string, column: { readonly shown: string; readonly as: string }): string;
  /** addBegin adds the first instant at which it shows at least `shown` (a column, > 0). */
  addBegin(table: string, column: { readonly shown: string; readonly as: string }): string;
  /** addFace adds what `measureOnFace` needs. */
  addFace(table: string): string;
  /** measureOnFace renders what the clock shows at an instant in a row with a pause. */
  measureOnFace(at: string): string;
}

/**
 * buildClockLookUps is `WorkingClock` in SQL: each look-up is one ASOF join with the stored intervals. 4 M runs took 1.2 s with one clock
 * and three look-ups, 3.0 s with 300 clocks of 800 intervals each, on two busy cores; with the intervals as constants of the statement the
 * latter took 5.8 s and the engine's memory grew with each place they are named. A tenant whose policies all go by the plain wall clock
 * joins nothing.
 */
export function buildClockLookUps({ clocks }: ClockPlan, params: SqlParameters): ClockLookUps {
  if (clocks.length === 0) return WALL;
  const intervals = buildIntervals(
    params.addTexts(
      "sla_clocks",
      clocks.map(({ id }) => id),
    ),
    params.add(
      "sla_codes",
      "Array(Int64)",
      clocks.map(({ code }) => code),
    ),
  );
  const rows = "sla_interval";
  const isPlain = clocks.some(({ code }) => code === 0) ? "0" : "run.sla_clock = 0";
  const lengths = `(SELECT * FROM ${rows} WHERE closes > opens)`;
  const join = (table: string, columns: string, on: string, of: string) =>
    `(SELECT run.*, ${columns}\n  FROM ${table} AS run ASOF LEFT JOIN ${of} AS each ON run.sla_clock = each.code AND ${on})`;
  const find = (spareMs: 0 | 1, shown: string) =>
    `multiIf(${isPlain}, ${shown}, ${shown} - each.before + ${spareMs} <= each.closes - each.opens, each.opens + ${shown} - each.before, toInt64(${FAR_MS}))`;
  return {
    addIntervals: (table) => `(WITH ${rows} AS ${intervals}\n  SELECT * FROM ${table})`,
    addShown(table, { at, as }) {
      const shown = `if(${isPlain}, run.${at}, each.before + least(run.${at}, each.closes) - each.opens) AS ${as}`;
      const known = as === "sla_begin" ? `, (${isPlain}) OR run.sla_policy = 0 OR each.opens > 0 AS sla_is_known` : "";
      return join(table, `${shown}${known}`, `run.${at} >= each.opens`, rows);
    },
    addEnd: (table, { shown, as }) =>
      join(table, `${find(1, `run.${shown}`)} AS ${as}`, `run.${shown} >= each.before`, lengths),
    addBegin: (table, { shown, as }) =>
      join(table, `${find(0, `run.${shown}`)} AS ${as}`, `run.${shown} > each.before`, lengths),
    addFace: (table) =>
      `(SELECT run.*, each.face AS sla_face FROM (SELECT *, if(empty(sla_pauses), toInt64(-1), sla_clock) AS sla_paused FROM ${table}) AS run
    LEFT ANY JOIN (SELECT code, groupArray((opens, closes)) AS face FROM ${lengths} GROUP BY code) AS each ON run.sla_paused = each.code)`,
    measureOnFace: (at) =>
      `if(${isPlain.replace("run.", "")}, ${at}, arraySum(arrayMap(open -> greatest(least(${at}, open.2) - open.1, 0), sla_face)))`,
  };
}

/** On the wall clock an instant is what it shows. */
const WALL: ClockLookUps = {
  addIntervals: (table) => table,
  addShown: (table, { at, as }) =>
    `(SELECT *, ${at} AS ${as}${as === "sla_begin" ? ", 1 AS sla_is_known" : ""} FROM ${table})`,
  addEnd: (table, { shown, as }) => `(SELECT *, ${shown} AS ${as} FROM ${table})`,
  addBegin: (table, { shown, as }) => `(SELECT *, ${shown} AS ${as} FROM ${table})`,
  addFace: (table) => table,
  measureOnFace: (at) => at,
};

/** Of a clock the newest generation counts; the interval of no length with which each begins says since when it is known. */
function buildIntervals(ids: string, codes: string): string {
  const newest = `SELECT clock, max(generation) FROM working_interval WHERE tenant = {tenant:String} AND clock IN ${ids} GROUP BY clock`;
  return `(SELECT transform(clock, ${ids}, ${codes}, toInt64(-1)) AS code, toInt64(toUnixTimestamp(opens_at)) * 1000 AS opens,
      toInt64(toUnixTimestamp(closes_at)) * 1000 AS closes, toInt64(seconds_before) * 1000 AS before
    FROM working_interval FINAL WHERE tenant = {tenant:String} AND clock IN ${ids} AND (clock, generation) IN (${newest}))`;
}
