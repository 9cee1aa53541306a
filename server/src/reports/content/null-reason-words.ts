import type { NullReason } from "../../metrics/metric-words.js";

/** NULL_REASON_WORDS say in a report why there is no value; unmeasured is never shown as good. */
export const NULL_REASON_WORDS: Readonly<Record<NullReason, string>> = {
  NO_ROWS: "nothing happened",
  ZERO_DENOMINATOR: "nothing to divide by",
  INSUFFICIENT_COVERAGE: "insufficient data",
  LEARNING: "still learning",
  NOT_PERMITTED: "not permitted",
  NOT_MEASURED: "not measured",
  NOT_STATED: "not stated",
  INSUFFICIENT_SAMPLE: "too few rows",
  NOT_ADDITIVE: "not additive",
};
