/** The cadence of a feed of which nobody said another one, as in coverage. */
const LEAST_MS = 15 * 60_000;
const GAPS = 2;
/** A longer silence is a night and no gap. */
const NIGHT_MS = 6 * 3_600_000;
const GAP_GAIN = 0.02;

/** FeedPulse is what is remembered of when a feed was heard. Plain data. */
export interface FeedPulse {
  heardMs: number;
  gapMs: number;
}

/** buildFeedPulse returns the pulse of a feed that was never heard. */
export function buildFeedPulse(): FeedPulse {
  return { heardMs: -Infinity, gapMs: 0 };
}

/** addToPulse tells whether a feed is alive in a slot: it was heard in it, or not longer ago than 15 minutes and twice its usual gap. Only then is nothing none. */
export function addToPulse(pulse: FeedPulse, atMs: number, isHeard: boolean): boolean {
  const silenceMs = atMs - pulse.heardMs;
  if (!isHeard) return silenceMs < Math.max(LEAST_MS, GAPS * pulse.gapMs);
  if (silenceMs < NIGHT_MS) pulse.gapMs += GAP_GAIN * (silenceMs - pulse.gapMs);
  pulse.heardMs = atMs;
  return true;
}
