import type { SendOutcome } from "../channels/send-outcome.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Waits before each attempt, the first at once: 11 attempts over some 16 hours. */
const WAITS_MS = [
  ...[0, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE],
  ...[HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR],
];
/** Whoever does not let us in is asked three times over 10 minutes: secrets may be about to be changed. */
const DENIED_ATTEMPTS = 3;
const DENIED_WAIT_MS = 5 * MINUTE;
const JITTER = 0.2;

/** Attempt is what is known when an attempt came back. */
export interface Attempt {
  readonly outcome: Pick<SendOutcome, "result" | "retryAfterMs">;
  /** How many attempts were made, this one included. */
  readonly attempt: number;
  readonly isMinimal: boolean;
  /** In [0, 1). */
  readonly random: number;
}

/** RetryDecision is what happens to a delivery after an attempt. */
export interface RetryDecision {
  readonly state: "delivered" | "pending" | "dead";
  /** Milliseconds until the next attempt; null = there is none. */
  readonly waitMs: number | null;
  readonly isMinimal: boolean;
  /** Whether people must look at the contact, and whether it is told nothing more. */
  readonly isFlagged: boolean;
  readonly isContactDisabled: boolean;
}

/** decideRetry applies the table of ALERTING 12.5. `Retry-After` counts when it is longer; jitter is ±20 %. */
export function decideRetry({ outcome, attempt, isMinimal, random }: Attempt): RetryDecision {
  const { result, retryAfterMs } = outcome;
  const end = { waitMs: null, isMinimal, isFlagged: false, isContactDisabled: false };
  const dead = { ...end, state: "dead" as const };
  const spread = 1 - JITTER + 2 * JITTER * random;
  const planned = WAITS_MS[attempt];
  const retry = (waitMs: number | undefined, isFlagged: boolean): RetryDecision =>
    waitMs === undefined
      ? { ...dead, isFlagged }
      : { ...end, state: "pending", waitMs: Math.round(Math.max(waitMs * spread, retryAfterMs ?? 0)), isFlagged };
  switch (result) {
    case "delivered":
      return { ...end, state: "delivered" };
    case "retry":
      return retry(planned, false);
    case "unreachable":
      return retry(planned, true);
    case "denied":
      return retry(attempt < DENIED_ATTEMPTS ? DENIED_WAIT_MS : undefined, true);
    case "reduce":
      return isMinimal ? dead : { ...retry(0, false), isMinimal: true };
    case "permanent":
      return dead;
    case "gone":
      return { ...dead, isContactDisabled: true };
  }
}
