const MAX_AGE_MS = 400 * 86_400_000;
const MAX_AHEAD_MS = 10 * 60_000;

/**
 * chooseRejectedTime picks the instant at which a refused event is counted: its own when it lies within 400 days before and 10 minutes
 * after its reception, else undefined, and the reception counts. Otherwise one wrong clock would put refusals where nobody looks.
 */
export function chooseRejectedTime(timeMs: number | undefined, receivedAtMs: number): number | undefined {
  if (timeMs === undefined) return undefined;
  return timeMs >= receivedAtMs - MAX_AGE_MS && timeMs <= receivedAtMs + MAX_AHEAD_MS ? timeMs : undefined;
}
