import type { FeedKey } from "./feed-view.js";

/** renderFeedKey is the identity of a feed within its tenant as one text. */
export function renderFeedKey({ client, source, store, channel, partner }: FeedKey): string {
  return [client, source, store, channel, partner].join("\0");
}
