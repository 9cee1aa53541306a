import { formatDuration } from "../format/format-duration.js";
import { formatMoneyExact } from "../format/format-money.js";
import { formatExact } from "../format/format-number.js";

/** renderFigureValue writes a value exactly, in its unit: a ratio with four decimals of a per cent, a duration also in seconds. */
export function renderFigureValue(
  value: number,
  of: { readonly unit: string; readonly currency: string | null },
): string {
  if (of.currency !== null) return formatMoneyExact({ amount: value, currency: of.currency });
  if (of.unit === "ratio") return `${formatExact(Number((value * 100).toFixed(4)))} %`;
  if (of.unit === "seconds" || of.unit === "s")
    return `${formatDuration(value)} (${formatExact(Number(value.toFixed(3)))} s)`;
  if (of.unit === "minutes") return `${formatExact(Number(value.toFixed(2)))} min`;
  return formatExact(value);
}
