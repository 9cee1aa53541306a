import { GraphqlFailure } from "../graphql/graphql-failure.js";

const soonMs = 10_000;
const laterMs = 60_000;

/**
 * chooseRetryDelay says after how long a failed question is asked again by itself, false for never: what the server refuses does not change by
 * asking, and what was too heavy for it is not asked at once.
 */
export function chooseRetryDelay(error: Error | null): number | false {
  if (error === null) return false;
  if (!(error instanceof GraphqlFailure)) return laterMs;
  switch (error.reason) {
    case "signed_out":
    case "forbidden":
    case "bad_input":
      return false;
    case "rate_limited":
      return Math.max(soonMs, (error.retryAfterSeconds ?? 0) * 1000);
    case "unreachable":
    case "server_fault":
      return soonMs;
    case "too_slow":
    case "too_heavy":
      return laterMs;
  }
}
