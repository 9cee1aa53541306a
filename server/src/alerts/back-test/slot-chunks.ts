import { TooManyFigures } from "../evaluate/figure-reader.service.js";
import type { SlotFigures } from "../evaluate/slot-figures.js";
import type { SlotRange, SlotSource } from "./slot-source.js";

/** OpenChunk reads the figures of a part of a range; `part` is which of the whole it is, 0 to 1. Rejects with `TooManyFigures` when it is too long. */
export type OpenChunk = (range: SlotRange, part: { readonly from: number; readonly to: number }) => Promise<SlotSource>;

/**
 * SlotChunks reads a long range in as few parts as there is memory for: all of it where that fits, else halves of it, and halves of those. What
 * lies behind is forgotten, so that ten thousand groups over a month take no more than a few over a day.
 */
export class SlotChunks {
  private source: SlotSource | undefined;
  private chunk: SlotRange | undefined;
  private slots: number;

  constructor(
    private readonly range: SlotRange,
    private readonly open: OpenChunk,
  ) {
    this.slots = this.count(range.fromMs, range.toMs);
  }

  /** read gives the figures of a slot; slots come in the order of time. */
  async read(slotAt: number): Promise<SlotFigures> {
    const { source, chunk } = this;
    if (source !== undefined && chunk !== undefined && slotAt > chunk.fromMs && slotAt <= chunk.toMs)
      return source(slotAt);
    return (await this.next(slotAt))(slotAt);
  }

  private async next(slotAt: number): Promise<SlotSource> {
    const { stepMs, toMs } = this.range;
    this.source = undefined;
    for (;;) {
      const fromMs = slotAt - stepMs;
      const chunk = { fromMs, toMs: Math.min(toMs, fromMs + this.slots * stepMs), stepMs };
      try {
        this.source = await this.open(chunk, { from: this.share(chunk.fromMs), to: this.share(chunk.toMs) });
        this.chunk = chunk;
        return this.source;
      } catch (cause) {
        if (!(cause instanceof TooManyFigures) || this.slots <= 1) throw cause;
        this.slots = Math.ceil(Math.min(this.slots, this.count(chunk.fromMs, chunk.toMs)) / 2);
      }
    }
  }

  private count(fromMs: number, toMs: number): number {
    return Math.max(1, Math.round((toMs - fromMs) / this.range.stepMs));
  }

  private share(ms: number): number {
    return (ms - this.range.fromMs) / Math.max(1, this.range.toMs - this.range.fromMs);
  }
}
