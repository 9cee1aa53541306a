import type { DeclaredFeed } from "../registry/tenant-registry.js";
import { chooseCadence, decideFeedState } from "./decide-feed-state.js";
import { renderFeedKey } from "./feed-key.js";
import type { FeedKey, FeedView, LearnedFeed } from "./feed-view.js";
import { FEED_STATES } from "./feed-words.js";

/** KnownFeeds is everything known of the feeds in scope; `cadences` are learned gaps in seconds by `renderFeedKey`. */
export interface KnownFeeds {
  readonly declared: readonly DeclaredFeed[];
  readonly learned: readonly LearnedFeed[];
  readonly cadences: ReadonlyMap<string, number>;
  /** Leaves out feeds that were never heard, for questions about what was sent. */
  readonly isHeardOnly: boolean;
}

/** buildFeedViews joins declared and learned feeds and says how each is now, the quietest against its cadence first. */
export function buildFeedViews({ declared, learned, cadences, isHeardOnly }: KnownFeeds, now: Date): FeedView[] {
  const expected = new Map(declared.map((feed) => [renderFeedKey(feed), feed]));
  const views = learned.map((feed) => {
    const key = renderFeedKey(feed);
    const declaredSeconds = expected.get(key)?.cadenceSeconds;
    expected.delete(key);
    return buildHeardView(feed, { declaredSeconds, learnedSeconds: cadences.get(key) }, now);
  });
  const unheard = isHeardOnly ? [] : [...expected.values()].map(buildUnheardView);
  return [...views, ...unheard].sort(compareFeeds);
}

function buildHeardView(
  feed: LearnedFeed,
  known: { declaredSeconds: number | undefined; learnedSeconds: number | undefined },
  now: Date,
): FeedView {
  const silentSeconds = Math.max(0, now.getTime() - feed.newestMs) / 1000;
  const cadence = chooseCadence(
    { ...known, heartbeatSeconds: feed.heartbeatSeconds, firstSeenMs: feed.firstSeenMs },
    now,
  );
  return {
    ...readKey(feed),
    ...cadence,
    state: decideFeedState(silentSeconds, cadence.cadenceSeconds),
    firstSeenAt: new Date(feed.firstSeenMs),
    newestAt: new Date(feed.newestMs),
    receivedAt: new Date(feed.receivedMs),
    workflows: [...feed.workflows].sort(),
    silentSeconds,
  };
}

function buildUnheardView(feed: DeclaredFeed): FeedView {
  const state = decideFeedState(null, feed.cadenceSeconds);
  const unknown = { firstSeenAt: null, newestAt: null, receivedAt: null, workflows: [], silentSeconds: null };
  return { ...readKey(feed), ...unknown, state, cadenceSeconds: feed.cadenceSeconds, cadenceFrom: "DECLARED" };
}

function readKey({ client, source, store, channel, partner }: FeedKey) {
  const readText = (text: string) => (text === "" ? null : text);
  return { client, source, store: readText(store), channel: readText(channel), partner: readText(partner) };
}

function compareFeeds(left: FeedView, right: FeedView): number {
  const rank = (feed: FeedView) => -FEED_STATES.indexOf(feed.state);
  return (
    rank(left) - rank(right) ||
    (right.silentSeconds ?? 0) - (left.silentSeconds ?? 0) ||
    compareText(describe(left), describe(right))
  );
}

function describe(feed: FeedView): string {
  return [feed.client, feed.source, feed.store, feed.channel, feed.partner].join("\0");
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
