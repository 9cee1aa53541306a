import type { ReachFilter } from "../../scope/reach.js";
import type { Severity } from "../scoring/anomaly-record.js";

/** ANOMALY_STATES: it goes on, or nothing strange was seen for an hour. */
export const ANOMALY_STATES = ["OPEN", "ENDED"] as const;
/** AnomalyState is one of `ANOMALY_STATES`. */
export type AnomalyState = (typeof ANOMALY_STATES)[number];

/** AnomalyFilter chooses anomalies; what is missing does not narrow, but the range is the last 7 days. */
export interface AnomalyFilter {
  readonly scope?: ReachFilter | null;
  readonly metrics?: readonly string[] | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
  readonly states?: readonly AnomalyState[] | null;
  readonly minSeverity?: Severity | null;
}
