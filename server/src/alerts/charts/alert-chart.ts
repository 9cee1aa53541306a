import type { AlertSeverity } from "../publish/transition-sink.js";

/** AlertChart is what the picture of an alert shows: values up to the moment it fired, and what they were compared with. Instants are epoch milliseconds. */
export interface AlertChart {
  /** What the rule is called. */
  readonly title: string;
  /** What is measured, such as "Failure rate". */
  readonly metric: string;
  /** Where, in words. */
  readonly place: string;
  readonly severity: AlertSeverity;
  /** A unit of `chooseRuleUnit`; money says its currency. */
  readonly unit: string;
  readonly currency: string;
  /** The first value is that of `fromMs + stepMs`; null = there was none. */
  readonly fromMs: number;
  readonly stepMs: number;
  readonly values: readonly (number | null)[];
  readonly threshold: number | null;
  /** Where it ends; null = at the threshold. */
  readonly recovery: number | null;
  /** Since when it matched. */
  readonly activeAt: number;
  readonly firedAt: number;
  /** IANA name of the zone of the place. */
  readonly zone: string;
}
