import { DateTime } from "luxon";
import type { Comparison } from "../metric-words.js";
import { buildRetailComparison } from "../periods/build-retail-comparison.js";
import type { RetailCalendar } from "../periods/retail-calendar.js";

/** ComparisonRange is what a range is compared with; `asOf` is as far into it as the range itself has gone. */
export interface ComparisonRange {
  readonly from: Date;
  readonly to: Date;
  readonly asOf: Date;
}

const UNITS = ["year", "quarter", "month", "week", "day"] as const;

/**
 * buildComparisonRange returns the previous calendar period when the range is made of whole calendar periods in the zone (March against
 * February, whatever their lengths), else the range shifted back by its length; or the same range a year earlier.
 * With a retail calendar its periods are meant, and a year before is aligned to weekdays. A period that is still running is compared with as much of the earlier one.
 */
export function buildComparisonRange(
  comparison: Comparison,
  range: { from: Date; to: Date; asOf: Date },
  timeZone: string,
  retailCalendar?: RetailCalendar,
): ComparisonRange {
  const from = DateTime.fromJSDate(range.from, { zone: timeZone });
  const to = DateTime.fromJSDate(range.to, { zone: timeZone });
  const retail = retailCalendar && buildRetailComparison(retailCalendar, comparison, { from, to });
  const earlier =
    retail ??
    (comparison === "SAME_PERIOD_LAST_YEAR"
      ? { from: from.minus({ years: 1 }), to: to.minus({ years: 1 }) }
      : findPrevious(from, to));
  const earlierTo = earlier.to.toJSDate();
  if (range.asOf >= range.to) return { from: earlier.from.toJSDate(), to: earlierTo, asOf: earlierTo };
  const elapsedMs = range.asOf.getTime() - range.from.getTime();
  const asOf = new Date(Math.min(earlierTo.getTime(), earlier.from.toMillis() + elapsedMs));
  return { from: earlier.from.toJSDate(), to: earlierTo, asOf };
}

function findPrevious(from: DateTime, to: DateTime): { from: DateTime; to: DateTime } {
  for (const unit of UNITS) {
    if (!from.equals(from.startOf(unit)) || !to.equals(to.startOf(unit))) continue;
    const count = Math.round(to.diff(from, unit).as(unit));
    if (count > 0) return { from: from.minus({ [unit]: count }), to: from };
  }
  const lengthMs = to.toMillis() - from.toMillis();
  return { from: from.minus(lengthMs), to: from };
}
