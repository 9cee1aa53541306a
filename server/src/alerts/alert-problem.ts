/** ALERT_PROBLEM_CODES is why a change of a rule or an incident was not made. */
export const ALERT_PROBLEM_CODES = [
  "invalid_rule",
  "stale_version",
  "not_found",
  "already_resolved",
  "invalid_note",
  "invalid_until",
  "invalid_range",
  "unknown_person",
] as const;

/** AlertProblem says what is wrong and what to do about it. */
export interface AlertProblem {
  readonly code: (typeof ALERT_PROBLEM_CODES)[number];
  readonly message: string;
  /** Of a rule that cannot be: where in its text. */
  readonly faults?: readonly { readonly line: number; readonly field: string; readonly detail: string }[];
}
