import { formatDuration } from "../../format/format-duration.js";
import { formatMoneyExact } from "../../format/format-money.js";
import { formatRatio } from "../../format/format-ratio.js";
import type { ExceptionItem } from "./exception-list-query.js";

type SeverityPart = ExceptionItem["severityParts"][number];

/** describeSeverityPart says what one part of a severity is made of and when it would be full. */
export function describeSeverityPart(part: SeverityPart, currency: string | null): string {
  if (part.most === 0) return "not weighed";
  if (part.unit === "money") {
    if (part.value === null) return "no money named";
    const full = `full at ${formatMoneyExact({ amount: part.full, currency: currency ?? "" })}`;
    return `${formatMoneyExact({ amount: part.value, currency: currency ?? "" })}, logarithmic, ${full}`;
  }
  if (part.unit === "seconds")
    return part.value === null
      ? "nobody said when it was raised"
      : `${formatDuration(Math.round(part.value))}, full at ${formatDuration(part.full)}`;
  return part.value === null || part.value === 0
    ? "none named by the source"
    : `${formatRatio(part.value)} by the source`;
}
