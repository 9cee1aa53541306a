import type { MetricSource } from "../metric-definition.js";

/**
 * DERIVED_COLUMNS are the words formulas are written in. `as_of` is min(end of the range, now): a run that ended later counts as
 * open, so the figures of a past range stay still. Far future (2200-01-01) stands for an absent instant.
 */
export const DERIVED_COLUMNS: Record<Exclude<MetricSource, "feed">, Readonly<Record<string, string>>> = {
  run: {
    has_start: "started_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC')",
    has_due: "due_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC')",
    has_ended: "finished_at < {as_of:DateTime64(3, 'UTC')}",
    started_ms: "toUnixTimestamp64Milli(started_at)",
    due_ms: "toUnixTimestamp64Milli(due_at)",
    finished_ms: "toUnixTimestamp64Milli(finished_at)",
    duration_seconds: "(toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(started_at)) / 1000",
    lateness_seconds: "(toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(due_at)) / 1000",
    is_late: "has_ended AND finished_at > due_at AND outcome != 'cancelled'",
    is_cancelled_in_time: "has_ended AND outcome = 'cancelled' AND finished_at <= due_at",
    decided_at: "least(finished_at, due_at)",
    promise_state:
      "multiIf(NOT has_ended, 'overdue', promise = 'kept', 'met', promise = 'broken', 'breached', " +
      "outcome = 'succeeded' AND finished_at <= due_at, 'met', outcome = 'cancelled' AND finished_at <= due_at, 'excluded', 'breached')",
  },
  exception: {
    raised_ms: "toUnixTimestamp64Milli(raised_at)",
    resolved_ms: "toUnixTimestamp64Milli(resolved_at)",
  },
  // An event counts in the bucket in which its 5-minute slice begins, because that is how receipts are counted.
  event: {
    slice_at: "toDateTime64(toStartOfFiveMinutes(time), 3, 'UTC')",
    lag_seconds: "(toUnixTimestamp64Milli(received_at) - toUnixTimestamp64Milli(time)) / 1000",
    is_late: "lag_seconds > 900 AND backfill = 0",
  },
  step: {
    work_seconds: "(toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(started_at)) / 1000",
    has_failed: "outcome IN ('failed', 'dead_lettered')",
    // A run that ended later counts as open, and how long it will take is not known yet.
    has_elapsed:
      "is_known = 1 AND run_started_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AND run_finished_at < {as_of:DateTime64(3, 'UTC')}",
    elapsed_seconds: "(toUnixTimestamp64Milli(run_finished_at) - toUnixTimestamp64Milli(run_started_at)) / 1000",
  },
  correlation: {},
  feed_count: { slice_at: "toDateTime64(slice, 3, 'UTC')" },
  rejected_event: { slice_at: "toDateTime64(toStartOfFiveMinutes(ifNull(time, received_at)), 3, 'UTC')" },
  measure: {
    is_check: "isNotNull(expected)",
    is_match:
      "abs(value - assumeNotNull(expected)) <= ifNull(tolerance_absolute, 0) OR " +
      "toDecimal256(abs(value - assumeNotNull(expected)), 9) <= toDecimal256(toString(round(ifNull(tolerance_relative, 0), 9)), 9) * toDecimal256(abs(assumeNotNull(expected)), 9)",
  },
};

/** chooseDerivedColumns returns `WITH` entries for the words a text uses, those they use themselves first. */
export function chooseDerivedColumns(source: Exclude<MetricSource, "feed">, text: string): string[] {
  const all = Object.entries(DERIVED_COLUMNS[source]);
  const isUsed = (word: string, within: string) => new RegExp(`\\b${word}\\b`).test(within);
  const chosen = new Set(all.filter(([word]) => isUsed(word, text)).map(([word]) => word));
  for (const [, sql] of all.filter(([word]) => chosen.has(word))) {
    for (const [word] of all) if (isUsed(word, sql)) chosen.add(word);
  }
  return all.filter(([word]) => chosen.has(word)).map(([word, sql]) => `${sql} AS ${word}`);
}
