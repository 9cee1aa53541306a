import { formatDuration } from "../../format/format-duration.js";
import type { LiveState } from "../../live-changes/live-state.js";

/** renderFreshness says in a few words how live the page is: "Live, 1 s ago". */
export function renderFreshness(state: LiveState, nowMs: number): string {
  if (state.isPaused) return state.waiting === 0 ? "Paused" : `Paused, ${state.waiting} changes wait`;
  if (state.connection === "connecting") return "Connecting";
  if (state.connection === "lost") return "Not live";
  if (state.changedAt === null) return "Live";
  const seconds = Math.max(0, Math.round((nowMs - state.changedAt) / 1000));
  return seconds === 0 ? "Live, now" : `Live, ${formatDuration(seconds)} ago`;
}
