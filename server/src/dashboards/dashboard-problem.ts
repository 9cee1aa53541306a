/** DASHBOARD_PROBLEM_CODES is why a dashboard was not opened or changed. */
export const DASHBOARD_PROBLEM_CODES = [
  "not_found",
  "invalid",
  "stale_version",
  "already_there",
  "not_allowed",
  "too_many",
] as const;

/** DashboardProblemCode is one of `DASHBOARD_PROBLEM_CODES`. */
export type DashboardProblemCode = (typeof DASHBOARD_PROBLEM_CODES)[number];

/** DashboardFault is one thing that is wrong in the text of a definition. */
export interface DashboardFault {
  readonly line: number;
  readonly field: string;
  readonly detail: string;
}

/** DashboardProblem says what is wrong and what to do about it; faults only where the text is invalid. */
export interface DashboardProblem {
  readonly code: DashboardProblemCode;
  readonly message: string;
  readonly faults: readonly DashboardFault[];
}
