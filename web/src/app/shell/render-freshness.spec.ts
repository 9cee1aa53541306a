import type { LiveState } from "../../live-changes/live-state.js";
import { renderFreshness } from "./render-freshness.js";

const live: LiveState = { connection: "live", isPaused: false, changedAt: 9_000, lostAt: null, waiting: 0 };

it.each<[Partial<LiveState>, string]>([
  [{}, "Live, 1 s ago"],
  [{ changedAt: 10_000 }, "Live, now"],
  [{ changedAt: null }, "Live"],
  [{ connection: "connecting" }, "Connecting"],
  [{ connection: "lost", lostAt: 5_000 }, "Not live"],
  [{ isPaused: true }, "Paused"],
  [{ isPaused: true, waiting: 34 }, "Paused, 34 changes wait"],
])("%j", (part, words) => {
  expect(renderFreshness({ ...live, ...part }, 10_000)).toBe(words);
});
