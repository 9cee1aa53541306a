import { DateTime } from "luxon";
import type { State } from "../../ui/state-shape.js";
import type { ReportRow } from "./reports-query.js";

/** renderReportPeriod names the period of a report: Q3 2026, or its first and last day in its own zone. */
export function renderReportPeriod({
  quarter,
  from,
  to,
  timeZone,
  calendar,
}: Pick<ReportRow, "quarter" | "from" | "to" | "timeZone" | "calendar">): string {
  const [year, name] = quarter?.split("-") ?? [];
  if (name !== undefined) return `${name} ${year}${calendar === "RETAIL" ? ", retail calendar" : ""}`;
  const day = (at: DateTime): string => at.setLocale("en-GB").toFormat("d LLL yyyy");
  const start = DateTime.fromISO(from, { zone: timeZone });
  const last = DateTime.fromISO(to, { zone: timeZone }).minus({ milliseconds: 1 });
  return day(start) === day(last) ? day(start) : `${day(start)} to ${day(last)}`;
}

/** renderReportState says how far a report is, and with which shape. */
export function renderReportState({
  state,
  progress,
  step,
  error,
}: Pick<ReportRow, "state" | "progress" | "step" | "error">): { words: string; shape: State } {
  switch (state) {
    case "QUEUED":
      return { words: "waits for its turn", shape: "none" };
    case "RUNNING":
      return {
        words: `${Math.round(progress * 100)} %${step === null ? "" : `, ${step.charAt(0).toLowerCase()}${step.slice(1)}`}`,
        shape: "risk",
      };
    case "DONE":
      return { words: "ready", shape: "ok" };
    case "FAILED":
      return { words: `failed: ${error ?? "no reason was told"}`, shape: "late" };
    case "CANCELLED":
      return { words: "cancelled", shape: "none" };
  }
}

/** renderSize writes bytes for people. */
export function renderSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
