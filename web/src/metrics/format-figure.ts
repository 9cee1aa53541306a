import { formatDuration } from "../format/format-duration.js";
import { formatMoney } from "../format/format-money.js";
import { formatCount, formatExact } from "../format/format-number.js";
import { formatRatio } from "../format/format-ratio.js";

/** formatFigure renders a value in the unit of its metric for people: 97.9 %, 1 h 20 min, EUR 41.3 k, 12.4 k. */
export function formatFigure(value: number, of: { readonly unit: string; readonly currency?: string | null }): string {
  if (of.currency !== null && of.currency !== undefined) return formatMoney({ amount: value, currency: of.currency });
  switch (of.unit) {
    case "ratio":
      return formatRatio(value);
    case "seconds":
    case "s":
      return formatDuration(value);
    case "minutes":
      return formatDuration(value * 60);
    default:
      return Number.isInteger(value) || Math.abs(value) >= 10_000
        ? formatCount(value)
        : formatExact(Number(value.toFixed(1)));
  }
}
