import type { Comparison } from "../../../graphql/operations.js";
import { presetRanges } from "../../../time-range/preset-ranges.js";
import type { TimeRange } from "../../../time-range/time-range.js";

/** renderComparison names an earlier range for a sentence: "last quarter", "the 30 days before", "a year ago". */
export function renderComparison(range: TimeRange, comparison: Comparison): string {
  if (comparison === "SAME_PERIOD_LAST_YEAR") return "a year ago";
  if (range.kind === "preset") {
    const words = presetRanges.find(({ id }) => id === range.preset)?.words ?? "range";
    return `the ${words} before`;
  }
  const unit = /(month|quarter|year)$/.exec(range.period?.id ?? "")?.[1];
  if (unit === undefined) return "the same time before";
  return range.period?.id.includes("last-") === true ? `the ${unit} before` : `last ${unit}`;
}
