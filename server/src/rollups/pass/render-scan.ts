import { choosePromisedRows } from "../../metrics/compiler/choose-promised-rows.js";
import { openColumnWords } from "../../metrics/compiler/open-column-words.js";
import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import { HOUR_MS, type MillisecondRange } from "../cut-range.js";
import { isOfHours, isWithin, listTenantConditions, rangeOf, type RollupChunk } from "./rollup-chunk.js";

/** ScanQuestion is what is counted of the rows whose instant `at` lies in the hours of a chunk, in the words of formulas. */
export interface ScanQuestion {
  readonly source: "run" | "exception";
  readonly at: string;
  readonly where: readonly string[];
  readonly keys: readonly string[];
  readonly columns: readonly { readonly name: string; readonly sql: string }[];
}

/** Cells know nothing of the end of a question: every run that has ended counts as ended. */
const FOREVER = new Date("2200-01-01T00:00:00Z");

/** How the days of a chunk narrow a scan before its hours do: by the primary key, or by the index of the days in a granule. */
const DAY_OF: Readonly<Record<string, string>> = {
  started_at: "day",
  raised_at: "day",
  finished_at: "toDate32(finished_at)",
  due_at: "toDate32(due_at)",
  resolved_at: "toDate32(resolved_at)",
};

/**
 * renderScan writes a SELECT of the keys, the hour and the columns, without its GROUP BY. Promises are decided by the rules of the chunk,
 * in the same words as where they are asked for.
 */
export function renderScan(chunk: RollupChunk, question: ScanQuestion, params: SqlParameters): string {
  const { source, where, keys, columns } = question;
  const words = openColumnWords(source, chunk.rules?.promises, params);
  params.addInstant("as_of", FOREVER);
  const at = words.render(question.at);
  const conditions = [...listTenantConditions(chunk, params), ...isAt(chunk, at), ...where.map(words.render)];
  const counted = columns.map(({ name, sql }) => `${words.render(sql)} AS ${name}`);
  const select = [...keys, `toStartOfHour(toDateTime(${at}, 'UTC')) AS hour`, ...counted];
  const text = [...select, ...conditions].join(" ");
  const entries = words.choose(text);
  const chosen = source === "run" ? chunk.rules?.promises : undefined;
  const rows = choosePromisedRows(chosen, { at, pieces: joinHours(chunk.hours) }, params) ?? `${source} FINAL`;
  return [
    ...(entries.length === 0 ? [] : [`    WITH ${entries.join(",\n        ")}`]),
    `    SELECT ${select.join(", ")}`,
    `    ${words.renderFrom(rows, conditions, text).join("\n    ")}`,
  ].join("\n");
}

function isAt(chunk: RollupChunk, at: string): string[] {
  const { from, to } = rangeOf(chunk);
  const day = DAY_OF[at];
  const isDense = chunk.hours.length === (to - from) / HOUR_MS;
  return [
    ...(day === undefined ? [] : isOnDays(day, from, to)),
    isWithin(at, { from, to }),
    ...(isDense ? [] : [isOfHours(chunk, `toStartOfHour(toDateTime(${at}, 'UTC'))`)]),
  ];
}

function isOnDays(day: string, from: number, to: number): string[] {
  const [first, last] = [renderDay(from), renderDay(to - 1)];
  return [`${day} >= ${first}`, `${day} <= ${last}`];
}

/** Hours in a row are one piece. */
function joinHours(hours: readonly number[]): MillisecondRange[] {
  const pieces: { from: number; to: number }[] = [];
  for (const hour of hours) {
    const last = pieces.at(-1);
    if (last?.to === hour) last.to += HOUR_MS;
    else pieces.push({ from: hour, to: hour + HOUR_MS });
  }
  return pieces;
}

function renderDay(ms: number): string {
  return `toDate32('${new Date(Math.max(0, ms)).toISOString().slice(0, 10)}')`;
}
