import { presetRanges } from "./preset-ranges.js";
import type { ReportingPeriod } from "./reporting-periods-query.js";
import type { TimeRange } from "./time-range.js";

/** RangeSearch is how a range stands in the URL: `range=24h`, `range=quarter`, or `from` and `to`. */
export interface RangeSearch {
  readonly range?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** RangeKnowledge is what a range in the URL is read with: the range of the page when the URL says none, and the periods there are. */
export interface RangeKnowledge {
  readonly fallback?: string | undefined;
  readonly periods?: readonly ReportingPeriod[] | undefined;
}

/** defaultRange is what a page shows when neither the URL nor the page says anything. */
export const defaultRange: TimeRange = { kind: "preset", preset: "24h" };

/** readRange reads a range from the URL; what cannot be read gives that of the page, then the default range. */
export function readRange(search: RangeSearch, known: RangeKnowledge = {}): TimeRange {
  const { from, to } = search;
  if (from !== undefined && to !== undefined && Date.parse(from) < Date.parse(to)) return { kind: "fixed", from, to };
  return readNamed(search.range, known) ?? readNamed(known.fallback, known) ?? defaultRange;
}

/** chooseRangeName says by its name which range is meant, undefined for two instants: periods must be asked for before they can be read. */
export function chooseRangeName(search: RangeSearch, fallback: string | undefined): string | undefined {
  if (search.from !== undefined && search.to !== undefined) return undefined;
  return search.range ?? fallback;
}

/** isPeriodName tells whether a range follows a calendar ("quarter", "fiscal-last-month"), so that its instants are not known here. */
export function isPeriodName(name: string | undefined): boolean {
  return /^(fiscal-)?(last-)?(month|quarter|year)$/.test(name ?? "");
}

/** buildRangeSearch writes a range for the URL. */
export function buildRangeSearch(range: TimeRange): {
  range: string | undefined;
  from: string | undefined;
  to: string | undefined;
} {
  if (range.kind === "preset") return { range: range.preset, from: undefined, to: undefined };
  if (range.period !== undefined) return { range: range.period.id, from: undefined, to: undefined };
  return { range: undefined, from: range.from, to: range.to };
}

/** A fiscal period where no retail calendar is set is the calendar's: a definition may be for tenants with and without one. */
function readNamed(name: string | undefined, { periods = [] }: RangeKnowledge): TimeRange | undefined {
  const preset = presetRanges.find((candidate) => candidate.id === name);
  if (preset !== undefined) return { kind: "preset", preset: preset.id };
  if (!isPeriodName(name)) return undefined;
  const found = periods.find(({ id }) => id === name) ?? periods.find(({ id }) => id === name?.replace("fiscal-", ""));
  if (found === undefined) return undefined;
  const { id, title, calendar, from, to } = found;
  return { kind: "fixed", from, to, period: { id, title, calendar } };
}
