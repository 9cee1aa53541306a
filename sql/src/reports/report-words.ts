/** REPORT_STATES: how far a report is; the last three are final. */
export const REPORT_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;

/** ReportState is one of them. */
export type ReportState = (typeof REPORT_STATES)[number];
