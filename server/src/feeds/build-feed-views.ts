import type { DeclaredFeed } from "../registry/tenant-registry.js";
import { chooseCadence, decideFeedState } from "./decide-feed-state.js";
import { renderFeedKey } from "./feed-key.js";
import type { FeedHours } from "./feed-hours.js";
import type { FeedKey, FeedView, LearnedFeed } from "./feed-view.js";
import { FEED_STATES } from "./feed-words.js";

/** KnownFeeds is everything known of the feeds in scope; `cadences` are learned gaps in seconds by `renderFeedKey`. */
export interface KnownFeeds {
  readonly declared: readonly DeclaredFeed[];
  readonly learned: readonly LearnedFeed[];
  readonly cadences: ReadonlyMap<string, number>;
  readonly hours: FeedHours;
  /** Leaves out feeds that were never heard, for questions about what was sent. */
  readonly isHeardOnly: boolean;
}

/** buildFeedViews joins declared and learned feeds and says how each is now, the quietest against its cadence first. */
export function buildFeedViews({ declared, learned, cadences, hours, isHeardOnly }: KnownFeeds, now: Date): FeedView[] {
  const expected = new Map(declared.map((feed) => [renderFeedKey(feed), feed]));
  const views = learned.map((feed) => {
    const key = renderFeedKey(feed);
    const declaration = expected.get(key);
    expected.delete(key);
    return buildHeardView(feed, { declaration, learnedSeconds: cadences.get(key), hours }, now);
  });
  const unheard = isHeardOnly ? [] : [...expected.values()].map((feed) => buildUnheardView(feed, hours));
  return [...views, ...unheard].sort(compareFeeds);
}

function buildHeardView(
  feed: LearnedFeed,
  known: { declaration: DeclaredFeed | undefined; learnedSeconds: number | undefined; hours: FeedHours },
  now: Date,
): FeedView {
  const { declaration, learnedSeconds, hours } = known;
  const silentSeconds = hours.silentMs(feed) / 1000;
  const cadence = chooseCadence(
    {
      declaredSeconds: declaration?.cadenceSeconds,
      learnedSeconds,
      heartbeatSeconds: feed.heartbeatSeconds,
      firstSeenMs: feed.firstSeenMs,
    },
    now,
  );
  return {
    ...readKey(feed),
    ...cadence,
    state: decideFeedState(silentSeconds, cadence.cadenceSeconds),
    expectedSinceAt: declaration?.declaredAt ?? null,
    isExpectedNow: hours.isExpectedNow(feed),
    firstSeenAt: new Date(feed.firstSeenMs),
    newestAt: new Date(feed.newestMs),
    receivedAt: new Date(feed.receivedMs),
    workflows: [...feed.workflows].sort(),
    silentSeconds,
  };
}

function buildUnheardView(feed: DeclaredFeed, hours: FeedHours): FeedView {
  const state = decideFeedState(null, feed.cadenceSeconds);
  const unknown = { firstSeenAt: null, newestAt: null, receivedAt: null, workflows: [], silentSeconds: null };
  const expected = { expectedSinceAt: feed.declaredAt, isExpectedNow: hours.isExpectedNow(feed) };
  const cadence = { cadenceSeconds: feed.cadenceSeconds, cadenceFrom: "DECLARED" as const };
  return { ...readKey(feed), ...unknown, ...expected, ...cadence, state };
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
