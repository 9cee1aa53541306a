import { formatDecimals } from "./format-number.js";

/**
 * formatRatio renders 0..1 as per cent with one decimal. It never rounds a miss away: 0.9996 is "99.9 %", not "100 %",
 * and 0.0002 is "< 0.1 %", not "0 %".
 */
export function formatRatio(ratio: number): string {
  if (ratio === 0) return "0 %";
  if (ratio === 1) return "100 %";
  if (ratio > 0 && ratio < 0.0005) return `< ${formatDecimals(0.1, 1)} %`;
  if (ratio < 1 && ratio > 0.999) return `${formatDecimals(99.9, 1)} %`;
  return `${formatDecimals(ratio * 100, 1)} %`;
}
