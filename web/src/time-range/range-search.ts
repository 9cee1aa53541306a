import { presetRanges } from "./preset-ranges.js";
import type { TimeRange } from "./time-range.js";

/** RangeSearch is how a range stands in the URL: `range=24h`, or `from` and `to`. */
export interface RangeSearch {
  readonly range?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** defaultRange is what a page shows when the URL says nothing. */
export const defaultRange: TimeRange = { kind: "preset", preset: "24h" };

/** readRange reads a range from the URL; what cannot be read gives the default range. */
export function readRange(search: RangeSearch): TimeRange {
  const { from, to } = search;
  if (from !== undefined && to !== undefined && Date.parse(from) < Date.parse(to)) return { kind: "fixed", from, to };
  const preset = presetRanges.find((candidate) => candidate.id === search.range);
  return preset === undefined ? defaultRange : { kind: "preset", preset: preset.id };
}

/** buildRangeSearch writes a range for the URL; the default range is left out so that plain links stay plain. */
export function buildRangeSearch(range: TimeRange): {
  range: string | undefined;
  from: string | undefined;
  to: string | undefined;
} {
  if (range.kind === "fixed") return { range: undefined, from: range.from, to: range.to };
  const isDefault = defaultRange.kind === "preset" && range.preset === defaultRange.preset;
  return { range: isDefault ? undefined : range.preset, from: undefined, to: undefined };
}
