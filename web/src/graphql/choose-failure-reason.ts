import type { FailureReason } from "./graphql-failure.js";

const reasonByCode: Readonly<Record<string, FailureReason>> = {
  UNAUTHENTICATED: "signed_out",
  RATE_LIMITED: "rate_limited",
  FORBIDDEN: "forbidden",
  BAD_USER_INPUT: "bad_input",
  GRAPHQL_VALIDATION_FAILED: "bad_input",
  GRAPHQL_PARSE_FAILED: "bad_input",
  TOO_SLOW: "too_slow",
  TIMEOUT: "too_slow",
  TOO_COMPLEX: "too_heavy",
  TOO_EXPENSIVE: "too_heavy",
  OVERLOADED: "too_heavy",
  QUERY_TOO_LARGE: "too_heavy",
  UNAVAILABLE: "unreachable",
  INTERNAL: "server_fault",
};

/** chooseFailureReason maps a GraphQL error code, or the HTTP status when there is none, to a reason. */
export function chooseFailureReason(code: string | undefined, httpStatus: number): FailureReason {
  const known = code === undefined ? undefined : reasonByCode[code];
  if (known !== undefined) return known;
  if (httpStatus === 401) return "signed_out";
  if (httpStatus === 403) return "forbidden";
  if (httpStatus === 429) return "rate_limited";
  if (httpStatus === 502 || httpStatus === 503 || httpStatus === 504) return "unreachable";
  return "server_fault";
}
