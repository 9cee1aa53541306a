import { OPEN_RUN_KEEP_MS } from "@watchfloor/sql";
import type { MillisecondRange } from "../../rollups/cut-range.js";
import type { PromiseRules } from "../../sla/promises/promise-rules.js";
import { findEarliestStart } from "../../sla/promises/find-earliest-start.js";
import type { SqlParameters } from "./sql-parameters.js";

const DAY_MS = 86_400_000;
const ABSENT = "toDateTime64('2200-01-01 00:00:00', 3, 'UTC')";

/** Runs stay in `open_run` five minutes longer than this after they ended, for clocks that differ and statements that take time. */
export const RECENT_MS = OPEN_RUN_KEEP_MS - 5 * 60_000;

/** RowPart is some of the rows of a statement: those of a table (with `FINAL`) that meet conditions. Parts are apart from each other. */
export interface RowPart {
  readonly table: string;
  readonly conditions: readonly string[];
}

/** PromisedRows asks for the runs of which an instant that policies decide can lie in one of the pieces. */
export interface PromisedRows {
  readonly at: string;
  /** [from, to) each, sorted, apart from each other, at least one. */
  readonly pieces: readonly MillisecondRange[];
  /** Absent = open runs are not read from where they are few. */
  readonly now?: Date | undefined;
}

/**
 * choosePromisedRows narrows the runs of a question where the deadline of a policy is no column: undefined when the instant is no matter of
 * policies, so that its own column narrows them. Each part finds its rows by an index of its own; a few more than needed is no harm.
 *
 * decided_at   what ended on the days of the pieces; and what had not ended then, by its deadline as below
 * deadline_at  what the source says is due on these days; and of the rest what started late enough to have a deadline there by a policy
 *              (`findEarliestStart`), or was paused since
 * sla_due_at   as deadline_at, of runs that had not ended before
 */
export function choosePromisedRows(
  rules: PromiseRules | undefined,
  { at, pieces, now }: PromisedRows,
  params: SqlParameters,
): readonly RowPart[] | undefined {
  if (rules === undefined) return undefined;
  const from = pieces[0]?.from ?? 0;
  const to = pieces.at(-1)?.to ?? 0;
  const run = (...conditions: string[]): RowPart => ({ table: "run FINAL", conditions });
  const [isDue, ended] = [isOnDays("due_at", pieces, params), isOnDays("finished_at", pieces, params)];
  const isStarted = hasStarted(rules, pieces, params);
  const lasts = `finished_at >= ${params.addInstant("from", new Date(from))}`;
  if (at === "deadline_at") return [run(isDue), run(`due_at >= ${ABSENT}`, ...isStarted)];
  if (at === "sla_due_at") return [run(lasts, isDue), run(lasts, `NOT (${isDue})`, ...isStarted)];
  if (at !== "decided_at") return undefined;
  const isOpen = [lasts, `NOT (${ended})`];
  if (pieces.length === 1 && now !== undefined && to >= now.getTime() - RECENT_MS)
    return [run(ended), { table: "open_run FINAL", conditions: isOpen }];
  return [run(ended), run(...isOpen, isDue), run(...isOpen, `NOT (${isDue})`, ...isStarted)];
}

/** One condition on the day alone is what the index of the days in a granule can answer. */
function isOnDays(column: string, pieces: readonly MillisecondRange[], params: SqlParameters): string {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) {
    const [from, to] = [params.addInstant("from", new Date(only.from)), params.addInstant("to", new Date(only.to))];
    return `toDate32(${column}) >= toDate32(${from}) AND toDate32(${column}) <= toDate32(${to})`;
  }
  const days = new Set<string>();
  for (const { from, to } of pieces)
    for (let day = Math.floor(from / DAY_MS) * DAY_MS; day < to; day += DAY_MS)
      days.add(new Date(day).toISOString().slice(0, 10));
  return `toDate32(${column}) IN ${params.add("days", "Array(Date32)", [...days])}`;
}

/** An alternative of conditions is narrowed by minmax indexes only, which both of its sides have. */
function hasStarted(rules: PromiseRules, pieces: readonly MillisecondRange[], params: SqlParameters): string[] {
  const since = pieces.map(({ from, to }) => ({ from: findEarliestStart(rules, from), to }));
  const [first = 0, last = 0] = [Math.min(...since.map(({ from }) => from)), pieces.at(-1)?.to];
  const ranges = joinRanges(since).map(
    ({ from, to }) =>
      `(started_at >= ${params.addInstant("started_from", new Date(from))} AND started_at < ${params.addInstant("started_to", new Date(to))})`,
  );
  const paused = `arrayMax(pauses.2) >= ${params.addInstant("paused_until", new Date(first))}`;
  return [
    `day <= toDate(${params.addInstant("started_to", new Date(last))})`,
    `started_at < ${params.addInstant("started_to", new Date(last))}`,
    `(${[...ranges, paused].join(" OR ")})`,
  ];
}

function joinRanges(ranges: readonly MillisecondRange[]): MillisecondRange[] {
  const joined: MillisecondRange[] = [];
  for (const next of [...ranges].sort((left, right) => left.from - right.from)) {
    const last = joined.at(-1);
    if (last !== undefined && next.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else joined.push(next);
  }
  return joined;
}
