import { OUTCOMES, RUN_KINDS, type Outcome, type RunKind } from "./run-words.js";

/** readOutcome reads the stored word of an outcome; null for a run that has none yet. */
export function readOutcome(stored: string): Outcome | null {
  return OUTCOMES.find((outcome) => outcome.toLowerCase() === stored) ?? null;
}

/** readRunKind reads the stored word of a kind; a run of no stated kind is one of a workflow. */
export function readRunKind(stored: string): RunKind {
  return RUN_KINDS.find((kind) => kind.toLowerCase() === stored) ?? "WORKFLOW";
}
