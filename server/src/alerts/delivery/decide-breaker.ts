const OPENS_AT = 5;
const FIRST_MS = 60_000;
const LONGEST_MS = 1_800_000;

/** BreakerChange is what an attempt does to the breaker of its contact. */
export interface BreakerChange {
  readonly failures: number;
  /** Milliseconds for which nothing is sent; null = it is closed. */
  readonly openForMs: number | null;
}

/** decideBreaker opens after 5 failures in a row for 60 s, then lets one probe pass and doubles up to 30 minutes; one success closes it. */
export function decideBreaker(failuresBefore: number, isFailure: boolean): BreakerChange {
  if (!isFailure) return { failures: 0, openForMs: null };
  const failures = failuresBefore + 1;
  const times = failures - OPENS_AT;
  return { failures, openForMs: times < 0 ? null : Math.min(FIRST_MS * 2 ** Math.min(times, 10), LONGEST_MS) };
}

/** isProbing tells whether the breaker is open, or half open: then one message at a time goes out. */
export function isProbing(failures: number): boolean {
  return failures >= OPENS_AT;
}
