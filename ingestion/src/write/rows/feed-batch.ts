import type { ReceivedEvent } from "../../events/received-event.js";
import { RowBuffer } from "./row-buffer.js";
import { tsvDay, tsvInstant, tsvText } from "./tsv.js";

const SLICE_MS = 5 * 60_000;

/** FEED_COLUMNS are the columns of the rows for `feed`. */
export const FEED_COLUMNS = [
  "tenant",
  "client",
  "source",
  "store",
  "channel",
  "partner",
  "first_seen",
  "newest",
  "received",
  "cadence",
  "workflows",
];

/** FEED_ACTIVITY_COLUMNS are the columns of the rows for `feed_activity`. */
export const FEED_ACTIVITY_COLUMNS = [
  "tenant",
  "day",
  "client",
  "source",
  "store",
  "channel",
  "partner",
  "slice",
  "newest",
];

interface LearnedFeed {
  readonly keys: string;
  firstSeenMs: number;
  newestMs: number;
  receivedMs: number;
  cadence: { timeMs: number; seconds: number };
  readonly workflows: Set<string>;
}

/** FeedBatch collects what a batch of events teaches about feeds: one row a feed and one a feed and 5-minute slice. */
export class FeedBatch {
  readonly #feeds = new Map<string, LearnedFeed>();
  readonly #slices = new Map<string, { prefix: string; feed: string; sliceMs: number; newestMs: number }>();

  add(received: ReceivedEvent): void {
    const { event, timeMs } = received;
    const dimensions = `${tsvText(event.client)}\t${tsvText(event.source)}\t${tsvText(event.store ?? event.target?.store)}\t${tsvText(event.channel ?? event.target?.channel)}\t${tsvText(event.partner ?? event.target?.partner)}`;
    const keys = `${tsvText(received.tenant)}\t${dimensions}`;
    const feed = this.#findOrStart(keys, received);
    feed.firstSeenMs = Math.min(feed.firstSeenMs, timeMs);
    feed.newestMs = Math.max(feed.newestMs, timeMs);
    feed.receivedMs = Math.max(feed.receivedMs, received.receivedAtMs);
    if (event.workflow) feed.workflows.add(event.workflow);
    if (event.kind === "feed.heartbeat" && event.cadenceSeconds && timeMs >= feed.cadence.timeMs)
      feed.cadence = { timeMs, seconds: event.cadenceSeconds };

    const sliceMs = timeMs - (timeMs % SLICE_MS);
    const slice = this.#slices.get(`${sliceMs}\t${keys}`);
    if (slice !== undefined) slice.newestMs = Math.max(slice.newestMs, timeMs);
    else
      this.#slices.set(`${sliceMs}\t${keys}`, {
        prefix: `${tsvText(received.tenant)}\t${tsvDay(sliceMs)}\t${dimensions}`,
        feed: keys,
        sliceMs,
        newestMs: timeMs,
      });
  }

  /** addAll joins what another batch learned. */
  addAll(other: FeedBatch): void {
    for (const [keys, feed] of other.#feeds) {
      const known = this.#feeds.get(keys);
      if (known === undefined) this.#feeds.set(keys, feed);
      else joinFeeds(known, feed);
    }
    for (const [key, slice] of other.#slices) {
      const known = this.#slices.get(key);
      if (known === undefined) this.#slices.set(key, slice);
      else known.newestMs = Math.max(known.newestMs, slice.newestMs);
    }
  }

  #findOrStart(keys: string, received: ReceivedEvent): LearnedFeed {
    const known = this.#feeds.get(keys);
    if (known !== undefined) return known;
    const feed: LearnedFeed = {
      keys,
      firstSeenMs: received.timeMs,
      newestMs: received.timeMs,
      receivedMs: received.receivedAtMs,
      cadence: { timeMs: 0, seconds: 0 },
      workflows: new Set(),
    };
    this.#feeds.set(keys, feed);
    return feed;
  }

  encodeFeedRows(): RowBuffer {
    const rows = new RowBuffer();
    for (const feed of this.#feeds.values()) {
      const workflows = [...feed.workflows].map((workflow) => `'${tsvText(workflow).replaceAll("'", "\'")}'`).join(",");
      rows.add(
        `${feed.keys}	${tsvInstant(feed.firstSeenMs)}	${tsvInstant(feed.newestMs)}	${tsvInstant(feed.receivedMs)}	('${tsvInstant(feed.cadence.timeMs)}',${feed.cadence.seconds})	[${workflows}]
`,
      );
    }
    return rows;
  }

  encodeActivityRows(): RowBuffer {
    const rows = new RowBuffer();
    for (const slice of this.#slices.values())
      rows.add(`${slice.prefix}	${tsvInstant(slice.sliceMs).slice(0, 19)}	${tsvInstant(slice.newestMs)}
`);
    return rows;
  }
}

function joinFeeds(known: LearnedFeed, other: LearnedFeed): void {
  known.firstSeenMs = Math.min(known.firstSeenMs, other.firstSeenMs);
  known.newestMs = Math.max(known.newestMs, other.newestMs);
  known.receivedMs = Math.max(known.receivedMs, other.receivedMs);
  if (other.cadence.timeMs > known.cadence.timeMs) known.cadence = other.cadence;
  for (const workflow of other.workflows) known.workflows.add(workflow);
}
