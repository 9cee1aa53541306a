import type { RejectionReason } from "../../graphql/operations.js";

/** rejectionWords says for people why an event was refused. */
export const rejectionWords: Readonly<Record<RejectionReason, string>> = {
  CLIENT_NOT_ALLOWED: "client not allowed for its key",
  KIND_NOT_ALLOWED: "kind not allowed for its key",
  MALFORMED: "not readable",
  MAPPING_FAILED: "mapping failed",
  MISSING_FIELD: "field missing",
  TIME_IN_FUTURE: "time in the future",
  TOO_LONG: "text too long",
  TOO_MANY_TARGETS: "too many targets",
  TOO_OLD: "too old",
  UNKNOWN_KIND: "unknown kind",
  VALUE_OUT_OF_RANGE: "value out of range",
  WRONG_TYPE: "wrong type",
};
