import type { PresetRange } from "./time-range.js";

const hourMs = 3_600_000;

/** presetRanges lists the offered ranges in their order with length and words. */
export const presetRanges: readonly { readonly id: PresetRange; readonly lengthMs: number; readonly words: string }[] =
  [
    { id: "1h", lengthMs: hourMs, words: "1 h" },
    { id: "6h", lengthMs: 6 * hourMs, words: "6 h" },
    { id: "24h", lengthMs: 24 * hourMs, words: "24 h" },
    { id: "7d", lengthMs: 7 * 24 * hourMs, words: "7 days" },
    { id: "30d", lengthMs: 30 * 24 * hourMs, words: "30 days" },
    { id: "90d", lengthMs: 90 * 24 * hourMs, words: "90 days" },
  ];
