import type { FeedBeats } from "./feed-beats.repository.js";

/** So much is held at once: a day of a thousand feeds is some 300,000 slices. */
const CHUNK_MS = 86_400_000;

/** BeatHistory walks through the past, a day at a time, and says when a feed was last heard before a slot. */
export class BeatHistory {
  private beats: ReadonlyMap<string, FeedBeats> = new Map();
  private loadedTo = -Infinity;
  private loadedFrom = Infinity;

  constructor(
    private readonly load: (range: { from: Date; to: Date }) => Promise<ReadonlyMap<string, FeedBeats>>,
    /** No slot is later. */
    private readonly lastMs: number,
  ) {}

  /** goTo makes sure that `heardAt` can answer for a slot; slots come in the order of time. */
  async goTo(slotAt: number): Promise<void> {
    if (slotAt >= this.loadedFrom && slotAt < this.loadedTo) return;
    const to = Math.min(slotAt + CHUNK_MS, this.lastMs + 1);
    this.beats = await this.load({ from: new Date(slotAt), to: new Date(to) });
    [this.loadedFrom, this.loadedTo] = [slotAt, to];
  }

  /**
   * heardAt returns when a feed was last heard by a slot; undefined = not within 40 days. Who spoke later in the 5 minutes of the slot is not
   * silent: when a slot is evaluated that is known.
   */
  heardAt(feed: string, slotAt: number): number | undefined {
    const beats = this.beats.get(feed);
    if (beats === undefined) return undefined;
    let [low, high] = [0, beats.slices.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((beats.slices[middle] ?? 0) <= slotAt) low = middle + 1;
      else high = middle;
    }
    const newest = beats.newest[low - 1];
    return newest === undefined ? undefined : Math.min(newest, slotAt);
  }
}
