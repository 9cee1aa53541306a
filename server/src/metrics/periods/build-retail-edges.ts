import { DateTime } from "luxon";
import { listRetailPeriods, type RetailUnit } from "./list-retail-periods.js";
import type { RetailCalendar } from "./retail-calendar.js";

/** buildRetailEdges returns the starts of the retail periods that touch [from, to), then the end of the last, in epoch milliseconds. */
export function buildRetailEdges(
  calendar: RetailCalendar,
  unit: RetailUnit,
  range: { readonly from: Date; readonly to: Date; readonly timeZone: string },
): number[] {
  const edges: number[] = [];
  const fromMs = range.from.getTime();
  let cursor: DateTime = DateTime.fromJSDate(range.from, { zone: range.timeZone });
  for (;;) {
    const periods = listRetailPeriods(calendar, unit, cursor);
    for (const [place, period] of periods.entries()) {
      const endMs = (periods[place + 1] ?? period).toMillis();
      if (place === periods.length - 1 || endMs <= fromMs) continue;
      edges.push(period.toMillis());
      if (endMs >= range.to.getTime()) return [...edges, endMs];
    }
    cursor = periods[periods.length - 1] ?? cursor;
  }
}
