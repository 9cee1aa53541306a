import type { Refusal } from "./refusal.js";

/** Clocks of source systems drift; ten minutes ahead is tolerated (CONTRACT 2.1). */
const MAX_AHEAD_MS = 10 * 60_000;
const MAX_AGE_MS = 400 * 86_400_000;

/** checkTime refuses events from the future, and events older than 400 days unless the key may send history. */
export function checkTime(timeMs: number, options: { nowMs: number; isBackfill: boolean }): Refusal | undefined {
  if (timeMs > options.nowMs + MAX_AHEAD_MS)
    return {
      reason: "time_in_future",
      field: "time",
      detail:
        "time is more than 10 minutes ahead of the receiver's clock: check the clock and the time zone of the source",
    };
  if (!options.isBackfill && timeMs < options.nowMs - MAX_AGE_MS)
    return {
      reason: "too_old",
      field: "time",
      detail: "time is more than 400 days ago: send history by file import or with a key marked backfill",
    };
  return undefined;
}
