const MAX_WAIT_MS = 3_600_000;

/** readRetryAfter reads `Retry-After` (RFC 9110 10.2.3), seconds or a date, as milliseconds from `now`, at most an hour; null = absent, past or no time. */
export function readRetryAfter(text: string | undefined, now: number): number | null {
  if (text === undefined) return null;
  const trimmed = text.trim();
  const waitMs = /^\d{1,12}$/.test(trimmed) ? Number(trimmed) * 1_000 : readDate(trimmed) - now;
  return Number.isFinite(waitMs) && waitMs > 0 ? Math.min(waitMs, MAX_WAIT_MS) : null;
}

/** A number with a sign or fraction is no date, whatever `Date.parse` makes of it. */
function readDate(text: string): number {
  return /^[A-Za-z]/.test(text) ? Date.parse(text) : Number.NaN;
}
