import { choosePlace } from "../../events/choose-place.js";
import type { ReceivedEvent } from "../../events/received-event.js";
import { SLICE_MS } from "../../events/slice-ms.js";
import { numberIdentity } from "../number-identity.js";
import type { RepeatCount } from "../../pipeline/repeat-counts.js";
import type { BatchOrigin } from "../batch-origin.js";
import { renderDay } from "./render-day.js";
import type { RowWriter } from "./row-writer.js";

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
  "complete",
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

/** FEED_COUNT_COLUMNS are the columns of the rows for `feed_count`. */
export const FEED_COUNT_COLUMNS = [
  "tenant",
  "day",
  "client",
  "source",
  "store",
  "channel",
  "partner",
  "slice",
  "writer",
  "batch",
  "received",
];

const HOURS = Array.from({ length: 24 }, (_, hour) => `h${String(hour).padStart(2, "0")}`);

/** FEED_DAY_COLUMNS are the columns of the rows for `feed_day`. */
export const FEED_DAY_COLUMNS = ["tenant", "client", "source", "store", "channel", "partner", "day", ...HOURS];

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Receipts of events that were refused first are counted by nobody's batch: one row an identity, whoever replays it. */
const REPLAY_WRITER = "replay";

/** A slice that was only repeated was never heard here: its newest event is `NOT_HEARD`. */
const NOT_HEARD = Number.NEGATIVE_INFINITY;

interface Slice {
  /** Newest event time. */
  newestMs: number;
  /** Receipts of accepted events, repeats included. */
  received: number;
}

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
  /** Until when its source has sent everything, by its newest word, and when that was received; 0 = it says nothing of it. */
  completeMs: number;
  completeReceivedMs: number;
  readonly workflows: Set<string>;
  /** By the slice's start. */
  readonly slices: Map<number, Slice>;
  /** Receipts of replayed events, each a row of its own: the slice's start and the number of the identity. */
  readonly replayed: { readonly sliceMs: number; readonly number: number }[];
}

type FeedKey = Pick<LearnedFeed, "tenant" | "client" | "source" | "store" | "channel" | "partner">;

function chooseFeedKey({ tenant, event }: ReceivedEvent): FeedKey {
  const { client, source } = event;
  const { store, channel, partner } = choosePlace(event);
  return { tenant, client, source, store, channel, partner };
}

/** FeedRows are the rows of the tables about feeds: what was learned, when it was heard by slice and by day, and how much was received. */
export interface FeedRows {
  readonly feeds: RowWriter;
  readonly activity: RowWriter;
  readonly days: RowWriter;
  readonly counts: RowWriter;
}

/** FeedBatch collects what a batch of events teaches about feeds. */
export class FeedBatch {
  readonly #feeds = new Map<string, LearnedFeed>();

  /** add returns true when the event brings a feed or a workflow of it that the batch has not seen. */
  add(received: ReceivedEvent): boolean {
    const { event, timeMs } = received;
    const feed = this.#findOrStart(chooseFeedKey(received));
    const isNew = feed.newestMs === NOT_HEARD;
    if (timeMs < feed.firstSeenMs) feed.firstSeenMs = timeMs;
    if (timeMs > feed.newestMs) feed.newestMs = timeMs;
    if (received.receivedAtMs > feed.receivedMs) feed.receivedMs = received.receivedAtMs;
    if (event.kind === "feed.heartbeat" && event.cadenceSeconds && timeMs >= feed.cadenceAtMs) {
      feed.cadenceAtMs = timeMs;
      feed.cadenceSeconds = event.cadenceSeconds;
    }
    if (event.kind === "feed.heartbeat" && event.completeUntil) noteComplete(feed, event.completeUntil, received);
    countReceipt(feed, received);
    if (!event.workflow || feed.workflows.has(event.workflow)) return isNew;
    feed.workflows.add(event.workflow);
    return true;
  }

  /** addWorkflow says that the feed of an event also serves another workflow; true when that is new to the batch. */
  addWorkflow(received: ReceivedEvent, workflow: string): boolean {
    const { workflows } = this.#findOrStart(chooseFeedKey(received));
    if (workflows.has(workflow)) return false;
    workflows.add(workflow);
    return true;
  }

  /** addRepeats counts events that were recognised as repeats when they came: received, and nothing else. */
  addRepeats(tenant: string, repeats: readonly RepeatCount[]): void {
    for (const { client, source, store, channel, partner, sliceMs, count } of repeats)
      findOrStartSlice(this.#findOrStart({ tenant, client, source, store, channel, partner }), sliceMs).received +=
        count;
  }

  /** clear forgets everything. */
  clear(): void {
    this.#feeds.clear();
  }

  #findOrStart({ tenant, client, source, store, channel, partner }: FeedKey): LearnedFeed {
    const key = `${tenant}\0${client}\0${source}\0${store ?? ""}\0${channel ?? ""}\0${partner ?? ""}`;
    const known = this.#feeds.get(key);
    if (known !== undefined) return known;
    const feed: LearnedFeed = {
      ...{ tenant, client, source, store, channel, partner },
      ...{
        firstSeenMs: Number.POSITIVE_INFINITY,
        newestMs: NOT_HEARD,
        receivedMs: 0,
        cadenceAtMs: 0,
        cadenceSeconds: 0,
        completeMs: 0,
        completeReceivedMs: 0,
      },
      ...{ workflows: new Set(), slices: new Map(), replayed: [] },
    };
    this.#feeds.set(key, feed);
    return feed;
  }

  /** writeRows writes the rows of the four tables about feeds. */
  writeRows(rows: FeedRows, origin: BatchOrigin): void {
    this.#writeFeedRows(rows.feeds);
    this.#writeActivityRows(rows.activity);
    this.#writeDayRows(rows.days);
    this.#writeCountRows(rows.counts, origin);
  }

  /** One row a feed that was heard. */
  #writeFeedRows(rows: RowWriter): void {
    for (const feed of this.#feeds.values()) {
      if (feed.newestMs === NOT_HEARD) continue;
      rows.text(feed.tenant).text(feed.client).text(feed.source).text(feed.store).text(feed.channel).text(feed.partner);
      rows.instant(feed.firstSeenMs).instant(feed.newestMs).instant(feed.receivedMs);
      rows.instantAndWhole(feed.cadenceAtMs, feed.cadenceSeconds).list(feed.workflows);
      rows.instants(feed.completeMs, feed.completeReceivedMs).endRow();
    }
  }

  /** One row a feed and slice in which it was heard. */
  #writeActivityRows(rows: RowWriter): void {
    for (const feed of this.#feeds.values())
      for (const [sliceMs, { newestMs }] of feed.slices) {
        if (newestMs === NOT_HEARD) continue;
        writeSliceKey(rows, feed, sliceMs);
        rows.second(sliceMs).instant(newestMs).endRow();
      }
  }

  /** One row a feed and day on which it was heard, with the newest minute of each slice. */
  #writeDayRows(rows: RowWriter): void {
    for (const feed of this.#feeds.values())
      for (const [dayMs, hours] of joinDays(feed.slices)) {
        rows.text(feed.tenant).text(feed.client).text(feed.source);
        rows.text(feed.store).text(feed.channel).text(feed.partner).text(renderDay(dayMs));
        for (const minutes of hours) rows.number(minutes.toString());
        rows.endRow();
      }
  }

  /** One row a feed and slice of which anything was received. */
  #writeCountRows(rows: RowWriter, { writer, batch }: BatchOrigin): void {
    for (const feed of this.#feeds.values())
      for (const [sliceMs, { received }] of feed.slices) {
        if (received === 0) continue;
        writeSliceKey(rows, feed, sliceMs);
        rows.second(sliceMs).text(writer).whole(batch).whole(received).endRow();
      }
    for (const feed of this.#feeds.values())
      for (const { sliceMs, number } of feed.replayed) {
        writeSliceKey(rows, feed, sliceMs);
        rows.second(sliceMs).text(REPLAY_WRITER).whole(number).whole(1).endRow();
      }
  }
}

/** Nobody has sent what has not happened: a source whose clock is ahead is complete until its word was received. */
function noteComplete(feed: LearnedFeed, completeUntil: string, { receivedAtMs }: ReceivedEvent): void {
  const completeMs = Math.min(Date.parse(completeUntil), receivedAtMs);
  if (!(completeMs > feed.completeMs)) return;
  feed.completeMs = completeMs;
  feed.completeReceivedMs = receivedAtMs;
}

/**
 * countReceipt notes that a feed was heard and what it is counted as. An event that was counted before changes neither: in which minutes a
 * feed was heard depends on the batches that events come in, and a replay has others.
 */
function countReceipt(feed: LearnedFeed, { event, timeMs, counted }: ReceivedEvent): void {
  if (counted === "before") return;
  const sliceMs = timeMs - (timeMs % SLICE_MS);
  const slice = findOrStartSlice(feed, sliceMs);
  if (counted === "once") feed.replayed.push({ sliceMs, number: numberIdentity(event.id) });
  else slice.received += 1;
  if (timeMs > slice.newestMs) slice.newestMs = timeMs;
}

/** joinDays returns the minutes of each hour of each day as bits, bit 0 the first. */
function joinDays(slices: ReadonlyMap<number, Slice>): Map<number, bigint[]> {
  const days = new Map<number, bigint[]>();
  for (const { newestMs } of slices.values()) {
    if (newestMs === NOT_HEARD) continue;
    const inDayMs = newestMs % DAY_MS;
    const hours = days.get(newestMs - inDayMs) ?? Array.from({ length: 24 }, () => 0n);
    days.set(newestMs - inDayMs, hours);
    const hour = Math.floor(inDayMs / HOUR_MS);
    hours[hour] = (hours[hour] ?? 0n) | (1n << BigInt(Math.floor((inDayMs % HOUR_MS) / MINUTE_MS)));
  }
  return days;
}

function findOrStartSlice(feed: LearnedFeed, sliceMs: number): Slice {
  const known = feed.slices.get(sliceMs);
  if (known !== undefined) return known;
  const slice: Slice = { newestMs: NOT_HEARD, received: 0 };
  feed.slices.set(sliceMs, slice);
  return slice;
}

function writeSliceKey(rows: RowWriter, feed: LearnedFeed, sliceMs: number): void {
  rows.text(feed.tenant).text(renderDay(sliceMs)).text(feed.client).text(feed.source);
  rows.text(feed.store).text(feed.channel).text(feed.partner);
}
