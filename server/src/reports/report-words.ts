import { REPORT_STATES } from "@watchfloor/sql";

/** REPORT_FORMATS is what a report can be written as. */
export const REPORT_FORMATS = ["PDF", "CSV"] as const;

/** ReportFormat is one of them. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** REPORT_STATE_WORDS are the states as answers write them. */
export const REPORT_STATE_WORDS = REPORT_STATES.map((state) => state.toUpperCase());

/** REPORT_REFUSALS is the closed list of why a report is not made, or not ended. */
export const REPORT_REFUSALS = [
  "NOT_PERMITTED",
  "UNKNOWN_CLIENT",
  "NO_PERIOD",
  "BAD_PERIOD",
  "BAD_ZONE",
  "NO_FORMAT",
  "NO_CALENDAR",
  "TOO_MANY",
  "NOT_FOUND",
  "ALREADY_ENDED",
] as const;

/** ReportRefusal says why nothing was done and which argument is at fault. */
export interface ReportRefusal {
  readonly reason: (typeof REPORT_REFUSALS)[number];
  readonly message: string;
  readonly field?: string;
}
