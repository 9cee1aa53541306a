import type { Severity } from "../scoring/anomaly-record.js";
import type { AnomalyState } from "./anomaly-filter.js";

/** AnomalyView is an anomaly as people are shown it; null = the series is not told apart by that, or it is not known. */
export interface AnomalyView {
  readonly id: string;
  readonly metric: string;
  readonly unit: string;
  readonly client: string;
  readonly store: string | null;
  readonly channel: string | null;
  readonly partner: string | null;
  readonly workflow: string | null;
  readonly source: string | null;
  readonly measure: string | null;
  readonly currency: string | null;
  readonly kind: string;
  readonly severity: Severity;
  readonly state: AnomalyState;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly peakAt: Date;
  readonly score: number;
  readonly threshold: number;
  readonly value: number;
  readonly expectedLow: number | null;
  readonly expectedHigh: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly text: string;
}
