import { formatDuration } from "../format/format-duration.js";
import { formatMoney } from "../format/format-money.js";
import { formatCount, formatExact, formatShort } from "../format/format-number.js";
import { formatRatio } from "../format/format-ratio.js";

/** renderMetricValue writes a value short, for people, in its unit: 99.1 %, 3 h 5 min, EUR 48.2 k, 31 a minute. */
export function renderMetricValue(
  value: number,
  of: { readonly unit: string; readonly currency?: string | null },
): string {
  if (of.currency !== undefined && of.currency !== null) return formatMoney({ amount: value, currency: of.currency });
  switch (of.unit) {
    case "ratio":
      return formatRatio(value);
    case "seconds":
    case "s":
      return formatDuration(value);
    case "minutes":
      return formatDuration(value * 60);
    case "count":
      return Number.isInteger(value) ? formatCount(value) : formatDecimals(value);
    case "per_minute":
      return `${formatDecimals(value)} a minute`;
    case "per_1000":
      return `${formatDecimals(value)} per ${formatCount(1000)}`;
    case "times":
      return `${formatDecimals(value)} times`;
    case "score":
    case "index":
    case "money":
    case "":
      return formatDecimals(value);
    default:
      return `${formatDecimals(value)} ${of.unit}`;
  }
}

/** Large numbers are shortened, small ones keep two decimals that mean something. */
function formatDecimals(value: number): string {
  if (Math.abs(value) >= 10_000) return formatShort(value);
  return formatExact(Number(value.toFixed(Math.abs(value) >= 100 ? 0 : 2)));
}
