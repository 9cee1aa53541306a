import type { ReceivedEvent } from "../../events/received-event.js";
import { renderDay } from "./render-day.js";
import type { RowWriter } from "./row-writer.js";

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
  readonly tenant: string;
  readonly client: string;
  readonly source: string;
  readonly store: string | undefined;
  readonly channel: string | undefined;
  readonly partner: string | undefined;
  firstSeenMs: number;
  newestMs: number;
  receivedMs: number;
  cadenceAtMs: number;
  cadenceSeconds: number;
  readonly workflows: Set<string>;
  /** Newest event time of each 5-minute slice, by the slice's start. */
  readonly slices: Map<number, number>;
}

/** FeedBatch collects what a batch of events teaches about feeds: one row a feed and one a feed and 5-minute slice. */
export class FeedBatch {
  readonly #feeds = new Map<string, LearnedFeed>();

  /** add returns true when the event brings a feed or a workflow of it that the batch has not seen. */
  add(received: ReceivedEvent): boolean {
    const { event, timeMs } = received;
    const { feed, isNew } = this.#findOrStart(received);
    if (timeMs < feed.firstSeenMs) feed.firstSeenMs = timeMs;
    if (timeMs > feed.newestMs) feed.newestMs = timeMs;
    if (received.receivedAtMs > feed.receivedMs) feed.receivedMs = received.receivedAtMs;
    if (event.kind === "feed.heartbeat" && event.cadenceSeconds && timeMs >= feed.cadenceAtMs) {
      feed.cadenceAtMs = timeMs;
      feed.cadenceSeconds = event.cadenceSeconds;
    }
    const sliceMs = timeMs - (timeMs % SLICE_MS);
    const newest = feed.slices.get(sliceMs);
    if (newest === undefined || timeMs > newest) feed.slices.set(sliceMs, timeMs);
    if (!event.workflow || feed.workflows.has(event.workflow)) return isNew;
    feed.workflows.add(event.workflow);
    return true;
  }

  /** addWorkflow says that the feed of an event also serves another workflow; true when that is new to the batch. */
  addWorkflow(received: ReceivedEvent, workflow: string): boolean {
    const { workflows } = this.#findOrStart(received).feed;
    if (workflows.has(workflow)) return false;
    workflows.add(workflow);
    return true;
  }

  /** clear forgets everything. */
  clear(): void {
    this.#feeds.clear();
  }

  #findOrStart(received: ReceivedEvent): { feed: LearnedFeed; isNew: boolean } {
    const { event, tenant } = received;
    const store = event.store ?? event.target?.store;
    const channel = event.channel ?? event.target?.channel;
    const partner = event.partner ?? event.target?.partner;
    const key = `${tenant}\0${event.client}\0${event.source}\0${store ?? ""}\0${channel ?? ""}\0${partner ?? ""}`;
    const known = this.#feeds.get(key);
    if (known !== undefined) return { feed: known, isNew: false };
    const feed: LearnedFeed = {
      tenant,
      client: event.client,
      source: event.source,
      store,
      channel,
      partner,
      firstSeenMs: received.timeMs,
      newestMs: received.timeMs,
      receivedMs: received.receivedAtMs,
      cadenceAtMs: 0,
      cadenceSeconds: 0,
      workflows: new Set(),
      slices: new Map(),
    };
    this.#feeds.set(key, feed);
    return { feed, isNew: true };
  }

  /** writeFeedRows writes one row a feed. */
  writeFeedRows(rows: RowWriter): void {
    for (const feed of this.#feeds.values()) {
      rows.text(feed.tenant).text(feed.client).text(feed.source).text(feed.store).text(feed.channel).text(feed.partner);
      rows.instant(feed.firstSeenMs).instant(feed.newestMs).instant(feed.receivedMs);
      rows.instantAndWhole(feed.cadenceAtMs, feed.cadenceSeconds).list(feed.workflows).endRow();
    }
  }

  /** writeActivityRows writes one row a feed and slice. */
  writeActivityRows(rows: RowWriter): void {
    for (const feed of this.#feeds.values())
      for (const [sliceMs, newestMs] of feed.slices) {
        rows.text(feed.tenant).text(renderDay(sliceMs)).text(feed.client).text(feed.source);
        rows.text(feed.store).text(feed.channel).text(feed.partner);
        rows.second(sliceMs).instant(newestMs).endRow();
      }
  }
}
