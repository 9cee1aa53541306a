import type { NullReason } from "../graphql/operations.js";

const words: Readonly<Record<NullReason, string>> = {
  NO_ROWS: "nothing happened in this range",
  ZERO_DENOMINATOR: "nothing to divide by in this range",
  INSUFFICIENT_COVERAGE: "insufficient data: too little of this range was measured",
  LEARNING: "still learning what is normal",
  NOT_PERMITTED: "your role may not see this figure",
  NOT_MEASURED: "nothing measures this yet",
  NOT_STATED: "what it is computed with was not stated: an administrator can set it",
  INSUFFICIENT_SAMPLE: "too few rows to say",
  NOT_ADDITIVE: "groups of this figure cannot be added up",
};

/** formatNullReason says in words why a figure is n/a. */
export function formatNullReason(reason: NullReason | null): string {
  return reason === null ? "no value" : words[reason];
}
