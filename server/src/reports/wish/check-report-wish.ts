import { IANAZone } from "luxon";
import type { PeriodCalendar } from "../../metrics/metric-words.js";
import type { RetailCalendar } from "../../metrics/periods/retail-calendar.js";
import type { Role } from "../../scope/role.js";
import { REPORT_FORMATS, type ReportFormat, type ReportRefusal } from "../report-words.js";
import { resolveQuarter } from "./resolve-quarter.js";

/** ReportWish is a report as it is asked for: of a range, or of a quarter. */
export interface ReportWish {
  readonly client: string;
  readonly from?: Date | null;
  readonly to?: Date | null;
  /** Such as 2026-Q3. */
  readonly quarter?: string | null;
  readonly calendar?: PeriodCalendar | null;
  readonly timeZone?: string | null;
  readonly formats?: readonly ReportFormat[] | null;
}

/** ReportTerms is what a report will be about. */
export interface ReportTerms {
  readonly client: string;
  readonly period: string;
  readonly from: Date;
  readonly to: Date;
  readonly timeZone: string;
  readonly calendar: PeriodCalendar;
  readonly formats: readonly ReportFormat[];
}

/** ReportFacts is what a wish is checked against. */
export interface ReportFacts {
  readonly now: Date;
  readonly role: Role;
  /** Whether whoever asks sees the client. */
  readonly isClientVisible: boolean;
  readonly defaultZone: string;
  readonly retailCalendar: RetailCalendar | undefined;
}

/** REPORT_ROLES may ask for reports. A store manager answers for one store, and a read key or viewer only looks. */
export const REPORT_ROLES: readonly Role[] = ["administrator", "executive", "operations", "analyst", "auditor"];

const MAX_DAYS = 400;
const DAY_MS = 86_400_000;

/** checkReportWish says what a report will be about, or why it cannot be made. */
export function checkReportWish(
  wish: ReportWish,
  facts: ReportFacts,
): { readonly terms: ReportTerms } | { readonly refusal: ReportRefusal } {
  if (!REPORT_ROLES.includes(facts.role))
    return refuse("NOT_PERMITTED", "Your role reads reports and does not ask for them.");
  if (!facts.isClientVisible) return refuse("UNKNOWN_CLIENT", "There is no client of this id that you see.", "client");
  const timeZone = wish.timeZone ?? facts.defaultZone;
  if (!IANAZone.isValidZone(timeZone))
    return refuse("BAD_ZONE", `"${timeZone}" is no time zone: write one such as Europe/Berlin.`, "timeZone");
  const formats = REPORT_FORMATS.filter((format) => (wish.formats ?? REPORT_FORMATS).includes(format));
  if (formats.length === 0) return refuse("NO_FORMAT", "Choose PDF, CSV or both.", "formats");
  const calendar = wish.calendar ?? "GREGORIAN";
  if (calendar === "RETAIL" && facts.retailCalendar === undefined)
    return refuse("NO_CALENDAR", "No retail calendar is set for this client: an administrator can set it.", "calendar");
  const period = readPeriod(wish, { timeZone, calendar: calendar === "RETAIL" ? facts.retailCalendar : undefined });
  if ("reason" in period) return { refusal: period };
  const fault = checkRange(period, facts.now);
  if (fault !== undefined) return refuse("BAD_PERIOD", fault, period.period === "" ? "from" : "quarter");
  return { terms: { client: wish.client, ...period, timeZone, calendar, formats } };
}

function readPeriod(
  { from, to, quarter }: ReportWish,
  within: { timeZone: string; calendar: RetailCalendar | undefined },
): Pick<ReportTerms, "from" | "to" | "period"> | ReportRefusal {
  if (quarter != null && (from != null || to != null))
    return { reason: "BAD_PERIOD", message: "Name a quarter, or give from and to, not both.", field: "quarter" };
  if (quarter != null) {
    const range = resolveQuarter(quarter, within);
    return range === undefined
      ? { reason: "BAD_PERIOD", message: `"${quarter}" is no quarter: write 2026-Q3.`, field: "quarter" }
      : { ...range, period: quarter };
  }
  if (from == null || to == null)
    return { reason: "NO_PERIOD", message: "Name a quarter, or give from and to.", field: "from" };
  return { from, to, period: "" };
}

function checkRange({ from, to }: { from: Date; to: Date }, now: Date): string | undefined {
  if (from >= to) return "The end must come after the start.";
  if (from >= now) return "The period has not begun.";
  if (to.getTime() - from.getTime() > MAX_DAYS * DAY_MS) return `A report covers at most ${MAX_DAYS} days.`;
  return undefined;
}

function refuse(reason: ReportRefusal["reason"], message: string, field?: string): { refusal: ReportRefusal } {
  return { refusal: { reason, message, ...(field === undefined ? {} : { field }) } };
}
