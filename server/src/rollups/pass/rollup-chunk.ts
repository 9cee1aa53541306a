import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { PromiseRules } from "../../sla/promises/promise-rules.js";
import { HOUR_MS, type MillisecondRange } from "../cut-range.js";

/** ChunkRules is what decides about the promises of a chunk of one tenant. */
export interface ChunkRules {
  readonly generation: number;
  readonly promises: PromiseRules | undefined;
}

/** RollupChunk is what is rolled up at once: some hours of the named tenants or of all. */
export interface RollupChunk {
  /** Starts of the hours in epoch milliseconds, in order, at least one. */
  readonly hours: readonly number[];
  /** Undefined = every tenant but `except`. */
  readonly tenants: readonly string[] | undefined;
  readonly except?: readonly string[];
  /** Absent = deadlines of sources decide. */
  readonly rules?: ChunkRules;
  /** Days of the hours that lie behind the horizon as a whole, so that their sums are kept too. */
  readonly days: MillisecondRange | undefined;
}

/** rangeOf returns the range in which the hours of a chunk lie. */
export function rangeOf({ hours }: RollupChunk): MillisecondRange {
  return { from: hours[0] ?? 0, to: (hours.at(-1) ?? 0) + HOUR_MS };
}

/** isOfHours writes that a column is one of the hours. */
export function isOfHours(chunk: RollupChunk, column: string): string {
  const range = rangeOf(chunk);
  const isDense = chunk.hours.length === (range.to - range.from) / HOUR_MS;
  return isDense ? isWithin(column, range) : `${column} IN (${chunk.hours.map(renderSecond).join(", ")})`;
}

/** isWithin writes that a column lies in a range. */
export function isWithin(column: string, { from, to }: MillisecondRange): string {
  return `${column} >= ${renderSecond(from)} AND ${column} < ${renderSecond(to)}`;
}

/** listTenantConditions writes whose rows are meant. Rules of promises name {tenant}, the only one of their chunk. */
export function listTenantConditions({ tenants, except = [] }: RollupChunk, params: SqlParameters): string[] {
  if (tenants === undefined)
    return except.length === 0 ? [] : [`tenant NOT IN ${params.addTexts("other_tenants", except)}`];
  const [only] = tenants;
  if (tenants.length === 1 && only !== undefined) return [`tenant = ${params.add("tenant", "String", only)}`];
  return [`tenant IN ${params.addTexts("tenants", tenants)}`];
}

function renderSecond(ms: number): string {
  return `toDateTime(${Math.max(0, Math.floor(ms / 1000))}, 'UTC')`;
}
