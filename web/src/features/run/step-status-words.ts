import type { StepStatus } from "../../graphql/operations.js";

/** stepStatusWords says how a step stands against what was declared. */
export const stepStatusWords: Readonly<Record<StepStatus, string>> = {
  DONE: "done",
  PENDING: "not yet",
  SKIPPED: "left out, as it may be",
  MISSING: "missing",
  EXTRA: "not declared",
  REPEATED: "done again, though once was declared",
  OUT_OF_ORDER: "done after what should follow it",
};
