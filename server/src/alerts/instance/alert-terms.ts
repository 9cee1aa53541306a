/** NoDataPolicy says what an evaluation without a value means. */
export type NoDataPolicy = "keep" | "resolve" | "fire" | "notify";

/** AlertTerms are the durations of a rule, in milliseconds, and what it does without data. */
export interface AlertTerms {
  readonly forMs: number;
  readonly keepFiringMs: number;
  readonly noData: NoDataPolicy;
  /** How long a pending instance is frozen without data, and until `no_data_started` is told. */
  readonly noDataKeepMs: number;
  /** When a firing instance without data is closed with its state unknown. */
  readonly noDataResolveAfterMs: number;
}

const MINUTE = 60_000;

/** buildAlertTerms fills in the defaults of section 15: no data keeps, pending for three intervals but at least 5 minutes, firing for a day. */
export function buildAlertTerms(
  rule: Partial<AlertTerms> & { readonly intervalMs: number; readonly forMs: number },
): AlertTerms {
  return {
    forMs: rule.forMs,
    keepFiringMs: rule.keepFiringMs ?? 0,
    noData: rule.noData ?? "keep",
    noDataKeepMs: rule.noDataKeepMs ?? Math.max(3 * rule.intervalMs, 5 * MINUTE),
    noDataResolveAfterMs: rule.noDataResolveAfterMs ?? 24 * 60 * MINUTE,
  };
}

/** ceilToSlots rounds a duration up to whole intervals, which is how long it takes in effect. */
export function ceilToSlots(durationMs: number, intervalMs: number): number {
  return Math.ceil(durationMs / intervalMs) * intervalMs;
}
