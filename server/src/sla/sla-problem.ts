/** SLA_PROBLEM_CODES is why a change of policies or corrections was not made. */
export const SLA_PROBLEM_CODES = [
  "invalid_id",
  "invalid_title",
  "invalid_place",
  "invalid_limit",
  "invalid_target",
  "invalid_window",
  "invalid_dates",
  "invalid_recurrence",
  "unknown_calendar",
  "unknown_time_zone",
  "reason_missing",
  "too_many_scopes",
  "stale_version",
  "own_request",
  "already_decided",
  "not_found",
] as const;

/** SlaProblemCode is one of `SLA_PROBLEM_CODES`. */
export type SlaProblemCode = (typeof SLA_PROBLEM_CODES)[number];

/** SlaProblem says what is wrong and what to do about it. */
export interface SlaProblem {
  readonly code: SlaProblemCode;
  readonly message: string;
}
