const MINUTE_MS = 60_000;

/** ImageLimit counts how often pictures are loaded in a minute: each by itself, and all together. It is kept by one process. */
export class ImageLimit {
  private counts = new Map<string, number>();
  private total = 0;
  private startedAt = 0;

  constructor(private readonly most: { readonly ofOne: number; readonly ofAll: number }) {}

  /** isOver counts one more load of a picture, at an instant in epoch milliseconds, and tells whether it is one too many. */
  isOver(key: string, now: number): boolean {
    if (now - this.startedAt >= MINUTE_MS || now < this.startedAt) {
      this.counts = new Map();
      this.total = 0;
      this.startedAt = now;
    }
    if (this.total >= this.most.ofAll) return true;
    this.total += 1;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count > this.most.ofOne;
  }
}
