import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { ClockPlan } from "../clocks/build-clocks.js";

/** FAR_MS is the instant that stands for "never": 2200-01-01. */
export const FAR_MS = "7258118400000";
/** A clock and an instant in one number, so that one sorted list serves all clocks: 2^43 ms reach to the year 2248. */
const ROOM = "8796093022208";

/** ClockExpressions renders F(t) of the clock `sla_clock`, and back; all in milliseconds. `words` are the look-ups they need. */
export interface ClockExpressions {
  readonly words: Readonly<Record<string, string>>;
  /** What the clock shows at an instant. */
  measure(at: string): string;
  /** The last instant at which it shows no more than this. */
  findEnd(shown: string): string;
  /** The first instant at which it shows at least this (> 0). */
  findBegin(shown: string): string;
  /** Whether the clock is known at an instant. */
  isKnown(at: string): string;
}

/**
 * buildClockExpressions is `WorkingClock` in SQL. All intervals of the clocks in question become constants of the statement, in which
 * each look-up is a binary search and a hash: 4 M runs took 0.14 s with one clock, 0.61 s with 300 of 800 intervals each, on two cores. A
 * clock that is not stored yet is not known.
 */
export function buildClockExpressions({ clocks }: ClockPlan, params: SqlParameters): ClockExpressions {
  if (clocks.length === 0) return PLAIN;
  const isWallPlain = !clocks.some(({ code }) => code === 0);
  const unless = (plain: string, looked: string) => (isWallPlain ? `if(sla_clock = 0, ${plain}, ${looked})` : looked);
  return {
    words: buildLookUps(
      params.addTexts(
        "sla_clocks",
        clocks.map(({ id }) => id),
      ),
      params.add(
        "sla_codes",
        "Array(Int64)",
        clocks.map(({ code }) => code),
      ),
    ),
    measure(at) {
      const opens = `roundDown(${BASE} + ${at}, sla_opens)`;
      const closes = `transform(${opens}, sla_opens, sla_closes, toInt64(0))`;
      return unless(
        `toInt64(${at})`,
        `transform(${opens}, sla_opens, sla_befores, toInt64(0)) + least(${at}, ${closes}) - (${opens} - ${BASE})`,
      );
    },
    findEnd: (shown) => unless(`toInt64(${shown})`, find(shown, `${BASE} + ${shown}`, 1)),
    findBegin: (shown) => unless(`toInt64(${shown})`, find(shown, `${BASE} + ${shown} - 1`, 0)),
    isKnown: (at) => unless("1", `transform(sla_clock, sla_known.1, sla_known.2, toInt64(${FAR_MS})) <= ${at}`),
  };
}

const BASE = `sla_clock * ${ROOM}`;

const PLAIN: ClockExpressions = {
  words: {},
  measure: (at) => `toInt64(${at})`,
  findEnd: (shown) => `toInt64(${shown})`,
  findBegin: (shown) => `toInt64(${shown})`,
  isKnown: () => "1",
};

/** The interval in which the clock shows `shown` is the last that begins with no more than what is sought. */
function find(shown: string, sought: string, spareMs: 0 | 1): string {
  const key = `roundDown(${sought}, sla_keys)`;
  const rest = `(${shown} - (${key} - ${BASE}))`;
  const isIn = `intDiv(${key}, ${ROOM}) = sla_clock AND ${rest} + ${spareMs} <= transform(${key}, sla_keys, sla_key_lengths, toInt64(0))`;
  return `if(${isIn}, transform(${key}, sla_keys, sla_key_opens, toInt64(0)) + ${rest}, toInt64(${FAR_MS}))`;
}

/** Each list has an entry that no run looks for, so that none is ever empty, and each clock begins with an interval of no length. */
function buildLookUps(ids: string, codes: string): Record<string, string> {
  const newest = `SELECT clock, max(generation) FROM working_interval WHERE tenant = {tenant:String} AND clock IN ${ids} GROUP BY clock`;
  const rows = `SELECT transform(clock, ${ids}, ${codes}, toInt64(-1)) AS code, toInt64(toUnixTimestamp(opens_at)) * 1000 AS opens,
      toInt64(toUnixTimestamp(closes_at)) * 1000 AS closes, toInt64(seconds_before) * 1000 AS before
    FROM working_interval FINAL WHERE tenant = {tenant:String} AND clock IN ${ids} AND (clock, generation) IN (${newest})`;
  return {
    sla_intervals: `(SELECT (
      arraySort(arrayConcat(groupArrayIf((code * ${ROOM} + opens, closes, before), closes > opens), arrayMap(each -> (each * ${ROOM}, toInt64(0), toInt64(0)), ${codes}))),
      arraySort(arrayConcat(groupArrayIf((code * ${ROOM} + before, opens, closes - opens), closes > opens), [(toInt64(-1), toInt64(0), toInt64(0))])),
      arrayConcat(groupArrayIf((code, opens), closes = opens), [(toInt64(-1), toInt64(0))]))
    FROM (${rows}))`,
    sla_opens: "sla_intervals.1.1",
    sla_closes: "sla_intervals.1.2",
    sla_befores: "sla_intervals.1.3",
    sla_keys: "sla_intervals.2.1",
    sla_key_opens: "sla_intervals.2.2",
    sla_key_lengths: "sla_intervals.2.3",
    sla_known: "sla_intervals.3",
  };
}
