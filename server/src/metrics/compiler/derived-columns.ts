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
    deadline_ms: "toUnixTimestamp64Milli(deadline_at)",
    duration_seconds: "(toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(started_at)) / 1000",
    lateness_seconds: "(toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(deadline_at)) / 1000",
    is_late: "has_ended AND finished_at > deadline_at AND outcome != 'cancelled'",
    is_cancelled_in_time: "has_ended AND outcome = 'cancelled' AND finished_at <= deadline_at",
    decided_at: "least(finished_at, sla_due_at)",
    is_promotion: buildFamily("promotion"),
    is_posting: buildFamily("erp-posting"),
    is_target: "target != '' AND NOT is_cancelled_in_time",
    promise_state:
      "multiIf(NOT has_ended, 'overdue', promise = 'kept', 'met', promise = 'broken', 'breached', " +
      "outcome = 'succeeded' AND finished_at <= sla_due_at, 'met', outcome = 'cancelled' AND finished_at <= sla_due_at, 'excluded', 'breached')",
  },
  exception: {
    raised_ms: "toUnixTimestamp64Milli(raised_at)",
    resolved_ms: "toUnixTimestamp64Milli(resolved_at)",
    ...buildSeverity(),
  },
  change: {
    is_promotion: buildFamily("promotion"),
    is_approved: "approval_count > 0",
    live_after_approval:
      "arrayMap(at -> (toUnixTimestamp64Milli(at) - toUnixTimestamp64Milli(approved_at)) / 1000, live_at)",
    is_ready: "gate_count > 0 AND gates_green_at <= launched_at",
    is_live_everywhere: "applied_count = target_count",
    cycle_seconds: "(toUnixTimestamp64Milli(last_live_at) - toUnixTimestamp64Milli(requested_at)) / 1000",
  },
  run_minute: {
    is_good: "failed_count * 2 <= ended_count",
  },
  raised_exception: {
    recurs: `seen_before_ms >= 0 AND toUnixTimestamp64Milli(raised_at) - seen_before_ms <= ${30 * 86_400_000}`,
  },
  decision: {
    is_reviewed: "verdict != ''",
    is_accepted: "verdict = 'accepted'",
    has_confidence: "isNotNull(confidence)",
    tenth: "toUInt8(least(9, floor(assumeNotNull(confidence) * 10)))",
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
  out_of_sequence: {
    slice_at: "toDateTime64(toStartOfFiveMinutes(time), 3, 'UTC')",
    is_counted: "counts_from <= {as_of:DateTime64(3, 'UTC')}",
  },
  measure: {
    is_check: "isNotNull(expected)",
    delta: "toDecimal256(value - assumeNotNull(expected), 9) * toDecimal256(ifNull(quantity, 1), 9)",
    greatest_delta: "if(delta > 0, delta, toDecimal256(0, 18))",
    amount: "toDecimal256(value, 9) * toDecimal256(ifNull(quantity, 1), 9)",
    leakage:
      "multiIf(measure IN ('price', 'settlement'), if(delta < 0, -delta, toDecimal256(0, 18)), measure IN ('refund', 'discount'), greatest_delta, toDecimal256(0, 18))",
    place: "cityHash64(client, source, store, channel, partner, entity_type, entity_id)",
    is_match:
      "abs(value - assumeNotNull(expected)) <= ifNull(tolerance_absolute, 0) OR " +
      "toDecimal256(abs(value - assumeNotNull(expected)), 9) <= toDecimal256(toString(round(ifNull(tolerance_relative, 0), 9)), 9) * toDecimal256(abs(assumeNotNull(expected)), 9)",
  },
};

/** Points of each part of the severity of an exception, 0..100 together; its age is until the instant that is asked about. */
function buildSeverity(): Record<string, string> {
  const parts = {
    money: "least(1, log10(1 + toFloat64(abs(money))) / log10(1 + {severity_full_money:Float64}))",
    compliance: "least(1, compliance)",
    partner: "least(1, partner_impact)",
    age: "least(1, age_seconds / {severity_full_age:Float64})",
  };
  const names = Object.keys(parts);
  const weights = names.map((name) => `{severity_weight_${name}:Float64}`).join(" + ");
  return {
    ...Object.fromEntries(
      Object.entries(parts).map(([name, sql]) => [
        `severity_${name}_points`,
        `100 * {severity_weight_${name}:Float64} * ${sql} / greatest(${weights}, 1e-9)`,
      ]),
    ),
    severity: names.map((name) => `severity_${name}_points`).join(" + "),
  };
}

/** A family of workflows is the one of that name and those whose names go on after it: `promotion`, `promotion-launch`, `promotion.price`. */
function buildFamily(name: string): string {
  return `(workflow = '${name}' OR startsWith(workflow, '${name}-') OR startsWith(workflow, '${name}.'))`;
}
