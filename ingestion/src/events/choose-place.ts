import type { EventDocument } from "./event-document.js";

/** FeedPlace is where a feed comes from; absent or '' where that does not apply. */
export interface FeedPlace {
  readonly store?: string | undefined;
  readonly channel?: string | undefined;
  readonly partner?: string | undefined;
}

/** choosePlace picks the store, channel and partner of the feed an event came by: its own, else those of its target; '' is absent. */
export function choosePlace(event: EventDocument): FeedPlace {
  const { target } = event;
  // Nearly all events have no target: they are their own place, and nothing is made.
  if (target === undefined || target === null) return event;
  return {
    store: event.store || target.store,
    channel: event.channel || target.channel,
    partner: event.partner || target.partner,
  };
}
