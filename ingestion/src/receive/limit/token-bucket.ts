import type { IngestRate } from "../../events/ingest-key.js";

/**
 * TokenBucket holds what a key may send now: it fills by `eventsPerSecond` up to `burst`. A batch larger than `burst` passes when
 * the bucket is full and leaves a debt, so that it is not refused for ever and the rate holds all the same.
 */
export class TokenBucket {
  #tokens: number;
  #filledAtMs: number;

  constructor(
    readonly rate: IngestRate,
    nowMs: number,
  ) {
    this.#tokens = rate.burst;
    this.#filledAtMs = nowMs;
  }

  /** wait returns in how many milliseconds `count` events may pass; 0 = now. */
  wait(count: number, nowMs: number): number {
    const lacking = Math.min(count, this.rate.burst) - this.#tokensAt(nowMs);
    return lacking <= 0 ? 0 : (lacking / this.rate.eventsPerSecond) * 1_000;
  }

  /** take lets `count` events pass, which the caller asked `wait` about. */
  take(count: number, nowMs: number): void {
    this.#tokens = this.#tokensAt(nowMs) - count;
    this.#filledAtMs = nowMs;
  }

  /** giveBack undoes `take` for a request of which nothing was stored. */
  giveBack(count: number): void {
    this.#tokens = Math.min(this.rate.burst, this.#tokens + count);
  }

  #tokensAt(nowMs: number): number {
    // A clock that was set back fills nothing and takes nothing.
    const passedMs = Math.max(0, nowMs - this.#filledAtMs);
    return Math.min(this.rate.burst, this.#tokens + (passedMs * this.rate.eventsPerSecond) / 1_000);
  }
}
