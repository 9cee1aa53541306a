import type { CadenceOrigin, FeedState } from "./feed-words.js";

/** FeedView is the stream of events one source sends for one client, store, channel and partner, as it is now; null = absent. */
export interface FeedView {
  readonly client: string;
  readonly source: string;
  readonly store: string | null;
  readonly channel: string | null;
  readonly partner: string | null;
  readonly state: FeedState;
  /** Since when somebody expects it; null = it was learned from its traffic. */
  readonly expectedSinceAt: Date | null;
  /** Whether it is expected at this moment: outside opening hours nothing is. */
  readonly isExpectedNow: boolean;
  readonly firstSeenAt: Date | null;
  /** Time of its newest event. */
  readonly newestAt: Date | null;
  /** When an event of it was last received. */
  readonly receivedAt: Date | null;
  readonly cadenceSeconds: number;
  readonly cadenceFrom: CadenceOrigin;
  readonly workflows: readonly string[];
  /** Since its newest event, in the time in which it is expected. */
  readonly silentSeconds: number | null;
}

/** FeedKey identifies a feed within a tenant; '' where a dimension does not apply. */
export interface FeedKey {
  readonly client: string;
  readonly source: string;
  readonly store: string;
  readonly channel: string;
  readonly partner: string;
}

/** LearnedFeed is what traffic taught about a feed. */
export interface LearnedFeed extends FeedKey {
  readonly firstSeenMs: number;
  readonly newestMs: number;
  readonly receivedMs: number;
  /** Cadence its newest heartbeat promised; 0 when none did. */
  readonly heartbeatSeconds: number;
  readonly workflows: readonly string[];
}
