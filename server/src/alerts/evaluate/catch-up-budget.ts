/** Of the time that evaluation has, the part in which missed slots are made up for. */
const SHARE = 0.25;
/** What was not used is kept for a minute. */
const MOST_CREDIT_MS = 60_000 * SHARE;

/**
 * CatchUpBudget keeps what was missed from holding up what is live: making up for it takes a quarter of the time. Where a quarter is less than
 * two slots of an interval, two are made up all the same, or a rule that is behind would never be up to date again.
 */
export class CatchUpBudget {
  private creditMs = MOST_CREDIT_MS;
  private countedAt: number;
  private readonly lastAt = new Map<string, number>();

  /** `readMs` is a clock that only counts on, in milliseconds. */
  constructor(private readonly readMs: () => number) {
    this.countedAt = readMs();
  }

  /** mayGo tells whether a missed slot of rules with this interval may be evaluated now; `key` tells those that are made up for together. */
  mayGo(key: string, intervalMs: number): boolean {
    this.count();
    if (this.creditMs > 0) return true;
    return this.countedAt - (this.lastAt.get(key) ?? -Infinity) >= intervalMs / 2;
  }

  /** spend takes what evaluating a missed slot took. */
  spend(key: string, startedAt: number): void {
    this.count();
    this.creditMs -= this.countedAt - startedAt;
    this.lastAt.set(key, startedAt);
  }

  private count(): void {
    const now = this.readMs();
    this.creditMs = Math.min(MOST_CREDIT_MS, this.creditMs + (now - this.countedAt) * SHARE);
    this.countedAt = now;
  }
}
