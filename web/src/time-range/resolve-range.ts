import { presetRanges } from "./preset-ranges.js";
import type { Interval, TimeRange } from "./time-range.js";

/** resolveRange turns the chosen range into instants; a preset ends at `now`. */
export function resolveRange(range: TimeRange, now: Date): Interval {
  if (range.kind === "fixed") return { from: new Date(range.from), to: new Date(range.to) };
  const lengthMs = presetRanges.find((preset) => preset.id === range.preset)?.lengthMs ?? 86_400_000;
  return { from: new Date(now.getTime() - lengthMs), to: now };
}
