import { DateTime } from "luxon";
import { findRetailYear } from "../../metrics/periods/find-retail-year.js";
import { listPeriodWeeks, type RetailUnit } from "../../metrics/periods/list-retail-periods.js";
import type { RetailCalendar } from "../../metrics/periods/retail-calendar.js";

/** ReportingPeriod is a period people report by, as of an instant: the one that runs, or the one before it. */
export interface ReportingPeriod {
  /** Such as quarter, last-quarter or fiscal-quarter: the words of the address. */
  readonly id: string;
  readonly title: string;
  readonly calendar: "GREGORIAN" | "RETAIL";
  readonly from: Date;
  /** Exclusive; of the one that runs it lies in the future. */
  readonly to: Date;
}

const UNITS = ["month", "quarter", "year"] as const;
type Unit = (typeof UNITS)[number];

const RETAIL_UNIT: Readonly<Record<Unit, RetailUnit>> = { month: "MONTH", quarter: "QUARTER", year: "YEAR" };

/** buildReportingPeriods lists the running and the last month, quarter and year in a zone, and those of the retail calendar where there is one. */
export function buildReportingPeriods(
  now: Date,
  timeZone: string,
  retailCalendar: RetailCalendar | undefined,
): ReportingPeriod[] {
  const at = DateTime.fromJSDate(now, { zone: timeZone }).setLocale("en");
  const calendarPeriods = UNITS.flatMap((unit) => {
    const start = at.startOf(unit);
    return [buildGregorian(unit, unit, start), buildGregorian(`last-${unit}`, unit, start.minus({ [unit]: 1 }))];
  });
  if (retailCalendar === undefined) return calendarPeriods;
  const fiscal = UNITS.flatMap((unit) => {
    const current = findRetailPeriod(retailCalendar, unit, at);
    const last = findRetailPeriod(retailCalendar, unit, current.start.minus({ days: 1 }));
    return [
      buildRetail(`fiscal-${unit}`, unit, { retailCalendar, ...current }),
      buildRetail(`fiscal-last-${unit}`, unit, { retailCalendar, ...last }),
    ];
  });
  return [...calendarPeriods, ...fiscal];
}

function buildGregorian(id: string, unit: Unit, start: DateTime): ReportingPeriod {
  const title =
    unit === "month"
      ? start.toFormat("LLLL yyyy")
      : unit === "quarter"
        ? start.toFormat("'Q'q yyyy")
        : start.toFormat("yyyy");
  return { id, title, calendar: "GREGORIAN", from: start.toJSDate(), to: start.plus({ [unit]: 1 }).toJSDate() };
}

interface RetailPeriod {
  readonly start: DateTime;
  readonly end: DateTime;
  /** From 0 within its year. */
  readonly place: number;
  readonly year: number;
}

function findRetailPeriod(calendar: RetailCalendar, unit: Unit, at: DateTime): RetailPeriod {
  const { start: yearStart, weeks } = findRetailYear(calendar, at);
  const edges = listPeriodWeeks(calendar, RETAIL_UNIT[unit], weeks).map((week) =>
    yearStart.plus({ weeks: week }).startOf("day"),
  );
  const place = Math.max(
    0,
    edges.findLastIndex((edge) => edge <= at && edge !== edges.at(-1)),
  );
  // A year is called by the calendar year in which its middle lies.
  const year = yearStart.plus({ weeks: 26 }).year;
  return { start: edges[place] ?? yearStart, end: edges[place + 1] ?? yearStart.plus({ weeks }), place, year };
}

function buildRetail(
  id: string,
  unit: Unit,
  { retailCalendar, start, end, place, year }: RetailPeriod & { retailCalendar: RetailCalendar },
): ReportingPeriod {
  const name =
    unit === "year" ? String(year) : unit === "quarter" ? `Q${place + 1} ${year}` : `Month ${place + 1} of ${year}`;
  const title = `${name} · fiscal ${retailCalendar.pattern}`;
  return { id, title, calendar: "RETAIL", from: start.toJSDate(), to: end.toJSDate() };
}
