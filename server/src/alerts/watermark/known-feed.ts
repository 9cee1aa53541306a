import type { FeedKey } from "../../feeds/feed-view.js";

/** KnownFeed is a feed as far as it says until when it is complete. Instants are epoch milliseconds. */
export interface KnownFeed extends FeedKey {
  readonly region: string;
  readonly workflows: readonly string[];
  readonly newestMs: number;
  /** Until when its source has sent everything; 0 = it says nothing of it. */
  readonly completeMs: number;
  /** When it said so. */
  readonly saidMs: number;
  /** The newest such word that was said long enough ago for all it speaks of to be in the engine; 0 = none. */
  readonly settledMs: number;
}
