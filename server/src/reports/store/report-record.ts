import type { schema } from "@watchfloor/sql";

/** ReportRecord is a report as it is kept. */
export type ReportRecord = typeof schema.report.$inferSelect;

/** ReportFile is one file of a report without its bytes. */
export type ReportFile = Omit<typeof schema.reportFile.$inferSelect, "bytes">;

/** ReportClaim is a report in the hands of one worker. */
export interface ReportClaim {
  readonly tenant: string;
  readonly id: string;
  readonly worker: string;
}
