import { joinNotices } from "./join-notices.js";
import type { Notice } from "./narrow-signal.js";

/** A page that is told twice a second is live; more often only costs. */
const PAUSE_MS = 500;

/**
 * NoticeStream is an async iterator of notices, at most two a second: the first at once, those within the pause joined into the
 * next. It holds one notice however slow the reader is, and ends when it is told to, which runs `onEnd` once.
 */
export class NoticeStream implements AsyncIterableIterator<Notice> {
  private pending: Notice | undefined;
  private wake: (() => void) | undefined;
  private toldAtMs = -Infinity;
  private isEnded = false;

  constructor(private readonly options: { nowMs: () => number; onEnd: () => void }) {}

  add(notice: Notice): void {
    this.pending = this.pending === undefined ? notice : joinNotices(this.pending, notice);
    this.wake?.();
  }

  end(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.wake?.();
    this.options.onEnd();
  }

  async next(): Promise<IteratorResult<Notice>> {
    for (;;) {
      if (this.isEnded) return { done: true, value: undefined };
      const restMs = this.toldAtMs + PAUSE_MS - this.options.nowMs();
      if (this.pending !== undefined && restMs <= 0) return this.take(this.pending);
      await this.sleep(this.pending === undefined ? undefined : restMs);
    }
  }

  async return(): Promise<IteratorResult<Notice>> {
    this.end();
    return { done: true, value: undefined };
  }

  async throw(cause: unknown): Promise<IteratorResult<Notice>> {
    this.end();
    throw cause;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private take(value: Notice): IteratorResult<Notice> {
    this.pending = undefined;
    this.toldAtMs = this.options.nowMs();
    return { done: false, value };
  }

  /** sleep waits for a notice, the end, or so many milliseconds. */
  private sleep(ms: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
      this.wake = () => {
        if (ms !== undefined && !this.isEnded) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
