import { formatClock, formatDay } from "../format/format-instant.js";
import { presetRanges } from "./preset-ranges.js";
import type { TimeRange } from "./time-range.js";

/** renderRange says a range in a few words: "24 h", "20 Nov 06:00 – 18:00", "3 Nov 00:00 – 9 Nov 00:00". */
export function renderRange(range: TimeRange, timeZone: string): string {
  if (range.kind === "preset") return presetRanges.find((preset) => preset.id === range.preset)?.words ?? range.preset;
  if (range.period !== undefined) return range.period.title;
  const from = new Date(range.from);
  const to = new Date(range.to);
  const isOneDay = formatDay(from, timeZone) === formatDay(to, timeZone);
  const end = isOneDay ? formatClock(to, timeZone) : `${formatDay(to, timeZone)} ${formatClock(to, timeZone)}`;
  return `${formatDay(from, timeZone)} ${formatClock(from, timeZone)} – ${end}`;
}
