/** NOTIFICATION_PROBLEMS is the closed list of reasons why a contact, subscription, silence or delivery was not changed. */
export const NOTIFICATION_PROBLEMS = [
  "INVALID_TITLE",
  "INVALID_TARGET",
  "INVALID_FILTER",
  "INVALID_OPTIONS",
  "INVALID_STEPS",
  "INVALID_TIME",
  "INVALID_TEMPLATE",
  "COMMENT_MISSING",
  "WIDER_THAN_SCOPE",
  "NOT_CONFIRMED",
  "NOT_ENDED",
  "CHANGED_MEANWHILE",
  "WOULD_MUTE_ITSELF",
  "NOT_FOUND",
  "NO_SECRET_KEY",
  "NO_MAIL_SERVER",
  "TOO_MANY",
] as const;

/** NotificationProblem says why, and what to do. */
export interface NotificationProblem {
  readonly code: (typeof NOTIFICATION_PROBLEMS)[number];
  readonly message: string;
  /** Which part of what was asked for it is about, such as `title` or `steps.2`. */
  readonly field?: string;
}
