/** REJECTION_REASONS is the closed list of why one event was refused (CONTRACT section 2), as `rejected_event.reason` holds it. */
export const REJECTION_REASONS = [
  "malformed",
  "missing_field",
  "wrong_type",
  "unknown_kind",
  "value_out_of_range",
  "too_long",
  "time_in_future",
  "too_old",
  "client_not_allowed",
  "kind_not_allowed",
  "too_many_targets",
  "mapping_failed",
] as const;
