/** SENDABLE_KINDS is what a key can be limited to: the kinds of CONTRACT section 2.1. A test of ingestion keeps it equal to the list events are checked by. */
export const SENDABLE_KINDS = [
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
