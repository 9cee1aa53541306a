/** EVENT_KINDS is the closed list of what a source can say (CONTRACT section 2.1). */
export const EVENT_KINDS = [
  "run.started",
  "run.finished",
  "run.paused",
  "run.resumed",
  "step.finished",
  "change.published",
  "change.applied",
  "exception.raised",
  "exception.resolved",
  "measure.recorded",
  "check.recorded",
  "decision.made",
  "decision.reviewed",
  "feed.heartbeat",
] as const;

/** EventKind is one of `EVENT_KINDS`. */
export type EventKind = (typeof EVENT_KINDS)[number];
